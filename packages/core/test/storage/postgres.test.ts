import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { postgres } from '../../src/storage/kysely/postgres/index.ts';
import { aNumber, aTenant, vault } from './records.ts';

let pool: Pool;
let schema: string;
beforeEach(() => {
  schema = `numberkit_test_${randomBytes(6).toString('hex')}`;
  pool = new Pool({ connectionString: inject('postgresUrl') });
  // A pool reports a connection that broke while idle here; without a listener that ends the process.
  pool.on('error', () => {});
});
afterEach(async () => {
  await pool.query(`drop schema if exists ${schema} cascade`);
  await pool.end();
});

async function openMigrated() {
  const storage = await postgres({ pool, schema }).open(vault);
  await storage.migrate();
  return storage;
}

/** A gate that one side opens and the other waits at. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

describe('PostgreSQL', () => {
  test('keeps all tables, its own bookkeeping included, in the schema it was given', async () => {
    await openMigrated();
    const { rows } = await pool.query('select tablename from pg_tables where schemaname = $1 order by 1', [
      schema,
    ]);
    expect(rows.map((row) => row.tablename)).toEqual([
      'numberkit_calls',
      'numberkit_claims',
      'numberkit_forwarding_legs',
      'numberkit_forwarding_tests',
      'numberkit_forwardings',
      'numberkit_leases',
      'numberkit_limits',
      'numberkit_migrations',
      'numberkit_migrations_lock',
      'numberkit_numbers',
      'numberkit_operations',
      'numberkit_pool_areas',
      'numberkit_proofs',
      'numberkit_settings',
      'numberkit_sweeps',
      'numberkit_tenants',
      'numberkit_trail',
      'numberkit_turns',
    ]);
  });

  test('without a schema uses that of the connection, and sees nothing of other installations', async () => {
    await openMigrated();
    const own = `${schema}_own`;
    const options = `-c search_path=${own}`;
    const ownPool = new Pool({ connectionString: inject('postgresUrl'), options });
    await pool.query(`create schema ${own}`);
    try {
      const storage = await postgres({ pool: ownPool }).open(vault);
      await storage.migrate();
      await storage.numbers.insert(aNumber());
      const { rows } = await pool.query(`select id from ${own}.numberkit_numbers`);
      expect(rows).toEqual([{ id: 'num_1' }]);
    } finally {
      await ownPool.end();
      await pool.query(`drop schema ${own} cascade`);
    }
  });

  test('refuses to change, remove or truncate the trail, whoever asks', async () => {
    const storage = await openMigrated();
    await storage.trail.append({
      id: 'trl_1',
      at: new Date(),
      event: 'tenant.created',
      actor: { kind: 'system', id: 'test' },
      tenantId: null,
      numberId: null,
      operationId: null,
      reason: 'because',
      data: {},
    });
    const trail = `${schema}.numberkit_trail`;
    for (const statement of [
      `update ${trail} set reason = ''`,
      `delete from ${trail}`,
      `truncate ${trail}`,
    ]) {
      await expect(pool.query(statement), statement).rejects.toThrow(/append-only/);
    }
    expect(await storage.trail.list({ limit: 5 })).toHaveLength(1);
  });

  test('keeps times as timestamps with time zone', async () => {
    const storage = await openMigrated();
    await storage.numbers.insert(aNumber({ createdAt: new Date('2026-07-01T00:30:00.123Z') }));
    const { rows } = await pool.query(
      `select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') as utc from ${schema}.numberkit_numbers`,
    );
    expect(rows).toEqual([{ utc: '2026-07-01 00:30:00.123' }]);
  });

  test('leaves the pool of the host open', async () => {
    const storage = await openMigrated();
    await storage.close();
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

describe('when transactions meet', () => {
  const one = { key: 'one', window: 'ever' };
  const two = { key: 'two', window: 'ever' };

  test('the one that PostgreSQL gives up for a deadlock is run again', async () => {
    const storage = await openMigrated();
    const gates = [gate(), gate()];
    let runs = 0;
    const cross = (mine: number, first: typeof one, second: typeof one) =>
      storage.transaction(async ({ limits }) => {
        runs += 1;
        await limits.take(first, 1, 10);
        gates[mine]?.open();
        await gates[1 - mine]?.passed;
        await limits.take(second, 1, 10);
      });
    await Promise.all([cross(0, one, two), cross(1, two, one)]);
    expect(runs).toBe(3);
    expect([await storage.limits.used(one), await storage.limits.used(two)]).toEqual([2, 2]);
  });

  test('a counter stays locked until the transaction that took from it has ended', async () => {
    const storage = await openMigrated();
    let second: Promise<boolean> = Promise.resolve(false);
    const failure = new Error('undone');
    const first = storage.transaction(async ({ limits }) => {
      expect(await limits.take(one, 1, 1)).toBe(true);
      second = storage.limits.take(one, 1, 1);
      throw failure;
    });
    await expect(first).rejects.toBe(failure);
    // Had it not waited for the rollback, it would have been refused.
    expect(await second).toBe(true);
  });

  test('a sweep steps over operations that another sweep is claiming', async () => {
    const storage = await openMigrated();
    const at = new Date();
    const operation = {
      kind: 'buy-number',
      state: 'intended',
      tenantId: 'acme',
      attempt: 1,
      fingerprint: 'f',
      numberId: 'num_1',
      alternatives: [],
      price: null,
      limitWindow: 'ever',
      calls: 0,
      leaseUntil: at,
      failure: null,
      createdAt: at,
      updatedAt: at,
    } as const;
    for (const id of ['op_1', 'op_2'])
      await storage.operations.insert({ ...operation, id, idempotencyKey: id });
    await storage.transaction(async ({ operations }) => {
      const mine = await operations.claimDue(at, new Date(at.getTime() + 1000), 1);
      const others = await storage.operations.claimDue(at, new Date(at.getTime() + 1000), 5);
      expect(mine.map(({ id }) => id)).toEqual(['op_1']);
      expect(others.map(({ id }) => id)).toEqual(['op_2']);
    });
  });
});

describe('when the server is not there', () => {
  const isUnavailable = { code: 'storage-unavailable', status: 503, retryable: true };

  test('every verb fails with storage-unavailable, and no message shows the password', async () => {
    const nowhere = new Pool({ connectionString: 'postgres://user:s3cret@127.0.0.1:1/none' });
    const storage = await postgres({ pool: nowhere }).open(vault);
    await expect(storage.migrate()).rejects.toMatchObject(isUnavailable);
    await expect(storage.routes.lookup('+14155550142')).rejects.toMatchObject(isUnavailable);
    const error = await storage.transaction(({ numbers }) => numbers.get('x')).catch((caught) => caught);
    expect(error).toMatchObject(isUnavailable);
    expect(`${error.stack} ${error.cause.stack}`).not.toContain('s3cret');
    await nowhere.end();
  });

  test('a wrong password is storage-unavailable', async () => {
    const url = new URL(inject('postgresUrl'));
    url.password = 'wrong';
    url.pathname = '/no-such-database';
    const refused = new Pool({ connectionString: url.href });
    const storage = await postgres({ pool: refused }).open(vault);
    await expect(storage.numbers.get('x')).rejects.toMatchObject(isUnavailable);
    await refused.end();
  });

  test('a connection that breaks in a transaction is storage-unavailable, and the next call works', async () => {
    const storage = await openMigrated();
    await storage.tenants.put(aTenant());
    const broken = storage.transaction(async ({ numbers, tenants }) => {
      await numbers.insert(aNumber());
      await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where pid <> pg_backend_pid() and state = 'idle in transaction' and query like $1`,
        [`%${schema}%`],
      );
      return tenants.get('acme');
    });
    await expect(broken).rejects.toMatchObject(isUnavailable);
    expect(await storage.numbers.get('num_1')).toBeUndefined();
    expect(await storage.numbers.insert(aNumber())).toBe(true);
  });
});
