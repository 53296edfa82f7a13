export { ChoosePathElement } from './choose-path.ts';
