/**
 * When a host is killed: at its nth event of this kind since it was started.
 * `request`, `order`, `deletion`: about to send any request, a purchase, or a release to the carrier.
 * `sent`, `order-sent`, `deletion-sent`: it is on its way, the answer has not been read.
 * `answered`, `order-answered`, `deletion-answered`: the answer has arrived and nothing was done with it.
 * `statement`: about to run a verb of a store, in or out of a transaction; `settling`: the same, once a purchase has
 * been answered. `commit`: all of a transaction but its
 * commit is done. `committed`: nothing was done after the commit. `time`: after so many milliseconds.
 */
export type KillEvent =
  | 'request'
  | 'sent'
  | 'answered'
  | 'order'
  | 'order-sent'
  | 'order-answered'
  | 'deletion'
  | 'deletion-sent'
  | 'deletion-answered'
  | 'statement'
  | 'settling'
  | 'commit'
  | 'committed'
  | 'time';

/** One death sentence. */
export interface KillPoint {
  readonly event: KillEvent;
  /** Counts from 1; milliseconds for `time`. */
  readonly nth: number;
}
