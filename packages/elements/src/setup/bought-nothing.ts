import { didNothing } from './failure.ts';
import type { Order } from './model.ts';

/** True when nothing can have been bought or charged, in spite of the failure. */
export function boughtNothing(order: Order): boolean {
  return order.stage === 'checking' || wasRefused(order);
}

/** True after a clear no. An earlier attempt that was lost, or an accepted one, makes any no unclear. */
export function wasRefused(order: Order): boolean {
  return order.failure !== null && didNothing(order.failure) && !order.doubtful && !order.numberId;
}
