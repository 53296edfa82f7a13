export { PickNumberElement } from './pick-number.ts';
