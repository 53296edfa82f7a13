import type { PostgresClient, PostgresPool } from './postgres-options.ts';

const watched = new WeakSet<object>();

/**
 * Takes a connection from the host's pool. The pool listens only while a client is idle: when a connection breaks
 * between two statements of a transaction, an error event without a listener would end the process; the next statement
 * tells anyway.
 */
export async function borrowClient(pool: PostgresPool): Promise<PostgresClient> {
  const client = await pool.connect();
  if (!watched.has(client)) client.on?.('error', () => {});
  watched.add(client);
  return client;
}
