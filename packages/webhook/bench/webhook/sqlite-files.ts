import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { parseKeyRing } from 'numberkit';
import { sqlite } from 'numberkit/sqlite';
import { createVault } from '../../../core/src/privacy/index.ts';
import { createMigrations } from '../../../core/src/storage/kysely/migrations/index.ts';
import { KEYS, routeOf } from './job.ts';
import { sealRows } from './sealed-rows.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', '.data', 'bench');
// Part of the file names, so that files of an older schema are not used again. Raise the number when the rows change.
const EDITION = `2-${fingerprint(Object.keys(createMigrations({ engine: 'sqlite', schema: undefined })))}`;

/** The file of numberkit's storage with this many numbers, sealed at rest; built once and kept. */
export async function sealedFile(count: number): Promise<string> {
  return kept(`sealed-${EDITION}-${count}.db`, async (file) => {
    const storage = await sqlite({ file }).open(createVault(parseKeyRing(KEYS)));
    await storage.migrate();
    await storage.close();
    fill(file, count, (database) => {
      const first = sealRows(0);
      const tenant = insertInto(database, 'numberkit_tenants', first.tenant);
      const number = insertInto(database, 'numberkit_numbers', first.number);
      return (index) => {
        const rows = sealRows(index);
        tenant.run(...Object.values(rows.tenant));
        number.run(...Object.values(rows.number));
      };
    });
  });
}

/** The file of the programs written by hand: the same tenants and numbers, readable. */
export async function readableFile(count: number): Promise<string> {
  return kept(`readable-${EDITION}-${count}.db`, async (file) => {
    fill(file, count, (database) => {
      database.exec(`pragma journal_mode = wal;
        create table tenants (id text primary key, agent text not null, recovery_phone text);
        create table numbers (phone_number text primary key, id text not null, tenant_id text not null)`);
      const tenant = database.prepare('insert into tenants values (?, ?, ?)');
      const number = database.prepare('insert into numbers values (?, ?, ?)');
      return (index) => {
        const { tenantId, numberId, phoneNumber, agent, recoveryPhone = null } = routeOf(index);
        tenant.run(tenantId, JSON.stringify(agent), recoveryPhone);
        number.run(phoneNumber, numberId, tenantId);
      };
    });
  });
}

function fingerprint(names: readonly string[]): string {
  return createHash('sha256').update(names.join()).digest('hex').slice(0, 8);
}

/** Builds under another name first: a build that was interrupted must not pass for a finished one. */
async function kept(name: string, build: (file: string) => Promise<void>): Promise<string> {
  const file = join(FOLDER, name);
  if (!existsSync(file)) {
    mkdirSync(FOLDER, { recursive: true });
    const unfinished = join(FOLDER, `unfinished-${name}`);
    for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true });
    await build(unfinished);
    flush(unfinished);
    renameSync(unfinished, file);
  }
  return file;
}

/** Else the system writes a gigabyte to the disk while the first servers are measured. */
function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

type InsertOne = (index: number) => void;

function fill(file: string, count: number, prepare: (database: DatabaseSync) => InsertOne): void {
  const database = new DatabaseSync(file);
  try {
    database.exec('pragma synchronous = off');
    const insert = prepare(database);
    database.exec('begin');
    for (let index = 0; index < count; index += 1) insert(index);
    database.exec('commit');
    database.exec('analyze');
    database.exec('pragma wal_checkpoint(truncate)');
  } finally {
    database.close();
  }
}

function insertInto(database: DatabaseSync, table: string, row: object): StatementSync {
  const columns = Object.keys(row);
  return database.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
}
