import { createHash } from 'node:crypto';
import { NumberkitError } from '../../../errors.ts';
import { storageErrors } from '../../errors.ts';
import { borrowClient } from './borrow-client.ts';
import type { PostgresPool } from './postgres-options.ts';
import { translatePostgresError } from './postgres-problems.ts';

/** A pooler between us and the server (PgBouncer before 1.21) forgets prepared statements, or mixes them up. */
const NOT_PREPARED = ['26000', '42P05'];
/** The table has got a column since the statement was prepared on this connection. */
const PREPARED_TOO_EARLY = '0A000';

/** Runs one statement, once for each call. */
export type PreparedQuery = (values: readonly unknown[]) => Promise<readonly unknown[]>;

/**
 * A statement that each connection prepares once: reading and planning a long one takes longer than running it. Where
 * prepared statements do not work it is sent as a plain one; these errors come before anything was done.
 * @param isClosed asked before each use, because the pool stays open when the storage is closed.
 */
export function preparedQuery(pool: PostgresPool, isClosed: () => boolean, text: string): PreparedQuery {
  const name = `numberkit_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
  let works = true;
  const run = async (values: readonly unknown[], prepared: boolean) => {
    const client = await borrowClient(pool);
    try {
      const { rows } = await client.query({ text, values: [...values], ...(prepared && { name }) });
      return rows;
    } finally {
      client.release();
    }
  };
  return async (values) => {
    if (isClosed()) {
      throw new NumberkitError(storageErrors.unavailable, { detail: 'The PostgreSQL storage was closed.' });
    }
    try {
      return await run(values, works).catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (NOT_PREPARED.includes(code)) works = false;
        else if (code !== PREPARED_TOO_EARLY) throw error;
        return run(values, false);
      });
    } catch (error) {
      throw translatePostgresError(error);
    }
  };
}
