export { choosePathStyles } from './choose-path.styles.ts';
export { ChoosePathElement } from './choose-path.ts';
