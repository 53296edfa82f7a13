/**
 * Runs `work` in one transaction of the store: all that it writes becomes visible together, or nothing does.
 * If `work` throws, everything is rolled back and the error is thrown on. `work` must not call the carrier: a
 * transaction is for our own records only. A database that gave the transaction up for the sake of another
 * (PostgreSQL: deadlock) makes `work` run again from its start, so `work` must not change anything outside it
 * that a second run would not simply overwrite: it may run more than once, only the last run counts.
 */
export type Transact<Stores> = <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;
