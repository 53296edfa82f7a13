export { LiveNumberElement } from './live-number.ts';
