import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Pool } from 'pg';
import type { DatabaseAddress } from '../host/protocol.ts';

/** The database of one run, read by other means than those under test. */
export interface TortureDatabase {
  readonly address: DatabaseAddress;
  /** All rows of a table, or of any other statement that reads. */
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  drop(): Promise<void>;
}

/** A file in a folder of its own. The connection opens with the first query, when the hosts have made the file. */
export function createSqliteDatabase(): TortureDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'numberkit-torture-'));
  const file = join(folder, 'torture.db');
  let connection: DatabaseSync | undefined;
  return {
    address: { engine: 'sqlite', file },
    async query(sql) {
      connection ??= new DatabaseSync(file, { timeout: 5_000 });
      return connection.prepare(sql).all();
    },
    async drop() {
      connection?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A schema of its own on a running server. */
export async function createPostgresDatabase(url: string): Promise<TortureDatabase> {
  const schema = `torture_${randomBytes(6).toString('hex')}`;
  const pool = new Pool({ connectionString: url, max: 1, options: `-c search_path=${schema}` });
  // The server may stop before the pool's connections have said farewell.
  pool.on('error', () => undefined);
  await pool.query(`CREATE SCHEMA ${schema}`);
  return {
    address: { engine: 'postgres', url, schema },
    query: async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows,
    async drop() {
      await pool.query(`DROP SCHEMA ${schema} CASCADE`);
      await pool.end();
    },
  };
}
