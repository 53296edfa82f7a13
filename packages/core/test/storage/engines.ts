import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import BetterSqlite from 'better-sqlite3';
import { Pool } from 'pg';
import { inject } from 'vitest';
import { postgres } from '../../src/storage/kysely/postgres/index.ts';
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';
import type { ConformanceDatabase, ConformanceSubject } from '../../src/testing/index.ts';

/** A new folder with the path of a database file in it. */
export async function temporaryFile(): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'numberkit-sqlite-'));
  return {
    file: join(folder, 'numberkit.db'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export const nodeSqlite: ConformanceSubject = {
  name: 'node:sqlite',
  async open() {
    const { file, remove } = await temporaryFile();
    return { provider: sqlite({ file }), dump: async () => dumpSqlite(file), dispose: remove };
  },
};

export const betterSqlite: ConformanceSubject = {
  name: 'better-sqlite3',
  async open(): Promise<ConformanceDatabase> {
    const { file, remove } = await temporaryFile();
    const databases: BetterSqlite.Database[] = [];
    const connect = () => {
      const database = new BetterSqlite(file);
      databases.push(database);
      return database;
    };
    return {
      provider: {
        description: 'better-sqlite3',
        // Each opening gets connections of its own, as in another process.
        open: (vault) => sqlite({ database: connect(), readDatabase: connect() }).open(vault),
      },
      dump: async () => dumpSqlite(file),
      async dispose() {
        for (const database of databases) database.close();
        await remove();
      },
    };
  },
};

export const postgresServer: ConformanceSubject = {
  name: 'PostgreSQL',
  async open(): Promise<ConformanceDatabase> {
    const schema = `numberkit_test_${randomBytes(6).toString('hex')}`;
    const pools: Pool[] = [];
    const connect = () => {
      const pool = new Pool({ connectionString: inject('postgresUrl'), max: 8 });
      pools.push(pool);
      return pool;
    };
    return {
      provider: {
        description: 'PostgreSQL',
        open: (vault) => postgres({ pool: connect(), schema }).open(vault),
      },
      dump: () => dumpPostgres(schema),
      async dispose() {
        await Promise.all(pools.map((pool) => pool.end()));
        await withPostgres((pool) => pool.query(`drop schema if exists ${schema} cascade`));
      },
    };
  },
};

/** Runs something on a pool of its own. */
export async function withPostgres<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = new Pool({ connectionString: inject('postgresUrl') });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

function dumpSqlite(file: string): string {
  const database = new DatabaseSync(file);
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all();
    return tables
      .map(({ name }) => JSON.stringify(database.prepare(`select * from "${name}"`).all()))
      .join('\n');
  } finally {
    database.close();
  }
}

function dumpPostgres(schema: string): Promise<string> {
  return withPostgres(async (pool) => {
    const tables = await pool.query(`select tablename from pg_tables where schemaname = '${schema}'`);
    const dumps = tables.rows.map(({ tablename }) => pool.query(`select * from ${schema}.${tablename}`));
    return (await Promise.all(dumps)).map(({ rows }) => JSON.stringify(rows)).join('\n');
  });
}
