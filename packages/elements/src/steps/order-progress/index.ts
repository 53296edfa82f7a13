export { OrderProgressElement } from './order-progress.ts';
export { orderProgressStyles } from './order-progress.styles.ts';
