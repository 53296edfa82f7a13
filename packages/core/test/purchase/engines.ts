import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { inject } from 'vitest';
import type { StorageProvider } from '../../src/storage/index.ts';
import { postgres } from '../../src/storage/kysely/postgres/index.ts';
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';

/** A database of one test's own: each `connect` is as another host process would open it. */
export interface TestDatabase {
  connect(): StorageProvider;
  /** Removes it and all that is in it. */
  drop(): Promise<void>;
}

/** The engines that money is proved on. */
export const engines: readonly { name: string; create: () => Promise<TestDatabase> }[] = [
  {
    name: 'SQLite',
    async create() {
      const folder = mkdtempSync(join(tmpdir(), 'numberkit-engine-'));
      return {
        connect: () => sqlite({ file: join(folder, 'test.db') }),
        drop: async () => rmSync(folder, { recursive: true, force: true }),
      };
    },
  },
  {
    name: 'PostgreSQL',
    async create() {
      const schema = `purchase_${randomBytes(6).toString('hex')}`;
      const owner = new Pool({ connectionString: inject('postgresUrl'), max: 1 });
      await owner.query(`CREATE SCHEMA ${schema}`);
      const pools: Pool[] = [];
      return {
        connect() {
          const pool = new Pool({ connectionString: inject('postgresUrl'), max: 8 });
          pools.push(pool);
          return postgres({ pool, schema });
        },
        async drop() {
          await Promise.all(pools.map((pool) => pool.end()));
          await owner.query(`DROP SCHEMA ${schema} CASCADE`);
          await owner.end();
        },
      };
    },
  },
];
