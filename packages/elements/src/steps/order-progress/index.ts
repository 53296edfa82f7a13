export { orderProgressStyles } from './order-progress.styles.ts';
export { OrderProgressElement } from './order-progress.ts';
