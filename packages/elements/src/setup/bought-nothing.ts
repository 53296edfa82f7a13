import { didNothing } from './failure.ts';
import type { Order } from './model.ts';

/** True when nothing can have been bought or charged, in spite of the failure. */
export function boughtNothing(order: Order): boolean {
  return order.stage === 'checking' || (order.failure !== null && didNothing(order.failure));
}
