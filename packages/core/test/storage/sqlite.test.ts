import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';
import { temporaryFile } from './engines.ts';
import { aNumber, aTenant, vault } from './records.ts';

let place: Awaited<ReturnType<typeof temporaryFile>>;
beforeEach(async () => {
  place = await temporaryFile();
});
afterEach(() => place.remove());

async function openMigrated(file = place.file) {
  const storage = await sqlite({ file }).open(vault);
  await storage.migrate();
  return storage;
}

describe('a SQLite file', () => {
  test('looks a call up in two indexes, without the rows', async () => {
    const storage = await openMigrated();
    await storage.close();
    const database = new DatabaseSync(place.file);
    const statements: string[] = [];
    // The very statement: what the store prepares when it is opened.
    const readDatabase = {
      prepare(sql: string) {
        statements.push(sql);
        return database.prepare(sql);
      },
      close: () => undefined,
    };
    const opened = await sqlite({ database: new DatabaseSync(place.file), readDatabase }).open(vault);
    await opened.routes.lookup('+14155550142');
    const marks = statements.find((sql) => sql.includes('agent_mark')) ?? '';
    const plan = database.prepare(`explain query plan ${marks}`).all('index');
    expect(plan.map(({ detail }) => String(detail).replace(/ \(.*/, ''))).toEqual([
      'SEARCH number USING COVERING INDEX numberkit_numbers_route',
      'SEARCH tenant USING COVERING INDEX numberkit_tenants_marks',
    ]);
    await opened.close();
    database.close();
  });

  test('shows no phone number in any of its bytes, nor in the write-ahead log', async () => {
    const storage = await openMigrated();
    await storage.tenants.put(aTenant());
    for (let line = 100; line < 200; line += 1) {
      const phoneNumber = `+14155550${line}`;
      await storage.numbers.insert(aNumber({ id: `num_${line}`, phoneNumber, carrierSid: `PN${line}` }));
    }
    await storage.numbers.move('num_150', 'assigned', 'releasing', {}, new Date());
    await storage.numbers.move('num_150', 'releasing', 'released', {}, new Date());
    const bytes = [await readFile(`${place.file}-wal`)];
    await storage.close();
    bytes.push(await readFile(place.file));
    const everything = Buffer.concat(bytes);
    expect(everything.includes('num_142')).toBe(true);
    const national = ['4155550142', '415-555-0142', '(415) 555-0142', '415.555.0142', '415 555 0142'];
    for (const spelling of [...national, '5550142', '555-0142', '5550199', '555-0199']) {
      expect(everything.includes(spelling), spelling).toBe(false);
      expect(everything.includes(Buffer.from(spelling, 'utf16le')), `${spelling} in UTF-16`).toBe(false);
    }
  });

  test('is made with its folder, and is in WAL mode', async () => {
    const file = join(place.file, '..', 'deep', 'down', 'numberkit.db');
    const storage = await openMigrated(file);
    expect(existsSync(`${file}-wal`)).toBe(true);
    await storage.close();
    const database = new DatabaseSync(file);
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  test('refuses to change, remove or replace a line of the trail, whoever asks', async () => {
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
    await storage.close();
    const database = new DatabaseSync(place.file);
    for (const statement of [
      "update numberkit_trail set reason = 'other'",
      'delete from numberkit_trail',
      'insert or replace into numberkit_trail select * from numberkit_trail',
    ]) {
      expect(() => database.exec(statement), statement).toThrow(/append-only/);
    }
    expect(database.prepare('select reason from numberkit_trail').all()).toEqual([{ reason: 'because' }]);
    database.close();
  });

  test('that is no database makes opening fail with storage-unavailable', async () => {
    await writeFile(place.file, 'this is a text, and long enough that SQLite looks at it '.repeat(50));
    const attempt = sqlite({ file: place.file }).open(vault);
    await expect(attempt).rejects.toMatchObject({ code: 'storage-unavailable', status: 503 });
  });

  test('in a place that cannot be written makes opening fail with storage-unavailable', async () => {
    await writeFile(place.file, '');
    const attempt = sqlite({ file: join(place.file, 'numberkit.db') }).open(vault);
    await expect(attempt).rejects.toMatchObject({ code: 'storage-unavailable' });
  });
});

describe('reads and look-ups', () => {
  test('do not wait for a transaction that is under way, and do not see it', async () => {
    const storage = await openMigrated();
    await storage.tenants.put(aTenant());
    await storage.numbers.insert(aNumber());
    await storage.transaction(async ({ numbers }) => {
      await numbers.move('num_1', 'assigned', 'resting', {}, new Date());
      expect((await storage.routes.lookup('+14155550142'))?.numberId).toBe('num_1');
      expect((await storage.numbers.get('num_1'))?.state).toBe('assigned');
    });
    expect(await storage.routes.lookup('+14155550142')).toBeUndefined();
    await storage.close();
  });

  test('on a single connection wait for the transaction instead of seeing it half done', async () => {
    const storage = await openMigrated(':memory:');
    await storage.tenants.put(aTenant());
    let early: Promise<unknown> = Promise.resolve();
    await expect(
      storage.transaction(async ({ numbers }) => {
        await numbers.insert(aNumber());
        early = storage.routes.lookup('+14155550142');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await early).toBeUndefined();
    await storage.close();
  });
});

describe('while another process holds the file', () => {
  test('a write waits without stopping the rest of this process, then goes through', async () => {
    const storage = await openMigrated();
    const other = new DatabaseSync(place.file);
    other.exec('begin immediate');
    let written = false;
    const write = storage.numbers.insert(aNumber()).then((inserted) => {
      written = inserted;
    });
    let turns = 0;
    // Each look-up is answered while the write still waits.
    while (turns < 20) {
      expect(await storage.routes.lookup('+14155550142')).toBeUndefined();
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    expect(written).toBe(false);
    other.exec('commit');
    other.close();
    await write;
    expect(written).toBe(true);
    await storage.close();
  });

  test('for too long, the write fails with storage-unavailable', async () => {
    const storage = await openMigrated();
    await storage.close();
    const impatient = await sqlite({ file: place.file, busyTimeoutMs: 30 }).open(vault);
    const other = new DatabaseSync(place.file);
    other.exec('begin immediate');
    await expect(impatient.numbers.insert(aNumber())).rejects.toMatchObject({
      code: 'storage-unavailable',
      retryable: true,
    });
    other.close();
    expect(await impatient.numbers.insert(aNumber())).toBe(true);
    await impatient.close();
  });
});

test('connections that the host has opened stay open when the storage is closed', async () => {
  const database = new BetterSqlite(place.file);
  const storage = await sqlite({ database }).open(vault);
  await storage.migrate();
  expect(await storage.numbers.insert(aNumber())).toBe(true);
  expect(await storage.routes.lookup('+14155550142')).toBeUndefined();
  await storage.close();
  expect(database.prepare('select count(*) as count from numberkit_numbers').get()).toEqual({ count: 1 });
  database.close();
});

test('a connection of node:sqlite can be handed over too', async () => {
  const database = new DatabaseSync(place.file);
  const storage = await sqlite({ database }).open(vault);
  await storage.migrate();
  expect(await storage.numbers.insert(aNumber())).toBe(true);
  database.close();
});
