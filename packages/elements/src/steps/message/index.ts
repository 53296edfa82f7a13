export { MessageElement } from './message.ts';
