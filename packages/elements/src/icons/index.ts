export { type IconName, icon } from './icon.ts';
