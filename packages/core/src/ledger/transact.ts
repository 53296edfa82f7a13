/**
 * Runs `work` in one transaction of the store: all that it writes becomes visible together, or nothing does.
 * If `work` throws, everything is rolled back and the error is thrown on. `work` must not call the carrier: a
 * transaction is for our own records only.
 */
export type Transact<Stores> = <T>(work: (stores: Stores) => Promise<T>) => Promise<T>;
