export { ChoosePathElement } from './choose-path.ts';
export { choosePathStyles } from './choose-path.styles.ts';
