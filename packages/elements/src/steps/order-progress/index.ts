export { OrderProgressElement } from './order-progress.ts';
