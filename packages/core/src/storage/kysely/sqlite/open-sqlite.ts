import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { type Clock, systemClock } from '../../../clock.ts';
import { NumberkitError } from '../../../errors.ts';
import type { Vault } from '../../../privacy/index.ts';
import { storageErrors } from '../../errors.ts';
import type { Storage } from '../../storage.ts';
import { assembleStorage } from '../assemble-storage.ts';
import type { Database } from '../schema.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { SqliteSettings } from './sqlite-options.ts';
import { sqliteRouteQueries } from './sqlite-route-queries.ts';

const MEMORY = ':memory:';
/** How long the connection itself may block the process; longer waits happen outside it. */
const BLOCKING_WAIT_MS = 2;
/** As much as SQLite maps of one file. It takes address space; memory only for the pages that are read. */
const MAPPED_BYTES = 2_147_418_112;

interface OpenDatabases {
  readonly writer: SqliteDatabase;
  readonly reader: SqliteDatabase | undefined;
  /** Safe to call twice. */
  readonly close: () => void;
}

/** Opens the connections and puts the stores on top; the part of the adapter that loads Kysely. */
export async function openSqlite(
  settings: SqliteSettings,
  vault: Vault,
  clock: Clock = systemClock,
): Promise<Storage> {
  const databases = await openDatabases(settings);
  try {
    const writer = new SqliteConnection(databases.writer, settings.busyTimeoutMs, clock);
    await prepareConnection(writer, 'writer');
    if (databases.reader === undefined) return assemble(vault, databases, writer);
    const reader = new SqliteConnection(databases.reader, settings.busyTimeoutMs, clock);
    await prepareConnection(reader, 'reader');
    return assemble(vault, databases, writer, reader);
  } catch (error) {
    databases.close();
    throw error;
  }
}

function assemble(
  vault: Vault,
  databases: OpenDatabases,
  writer: SqliteConnection,
  reader?: SqliteConnection,
): Storage {
  const writes = new Kysely<Database>({ dialect: sqliteDialect(writer) });
  const reads = reader === undefined ? writes : new Kysely<Database>({ dialect: sqliteDialect(reader) });
  const findValues = (statement: string, index: string) => {
    if (reader !== undefined) return reader.firstValues(statement, index);
    // On a shared connection it takes its turn: it must not see what a transaction has not committed.
    return writes.connection().execute(() => Promise.resolve(writer.firstValues(statement, index)));
  };
  return assembleStorage({
    engine: 'sqlite',
    schema: undefined,
    vault,
    reads,
    writes,
    // A connection that only reads needs no turns, so the look-up of a call goes straight to its statement.
    routeQueries: sqliteRouteQueries(findValues),
    transact: (work) => writes.transaction().execute(work),
    // Waits for its turn, so that no transaction is cut off in the middle.
    close: () =>
      writes.connection().execute(async () => {
        reader?.close();
        writer.close();
        databases.close();
      }),
  });
}

async function openDatabases(settings: SqliteSettings): Promise<OpenDatabases> {
  if ('database' in settings) {
    return { writer: settings.database, reader: settings.readDatabase, close: () => {} };
  }
  const { DatabaseSync } = await import('node:sqlite');
  const { file } = settings;
  try {
    if (file === MEMORY) {
      const writer = new DatabaseSync(file);
      return { writer, reader: undefined, close: () => writer.isOpen && writer.close() };
    }
    mkdirSync(dirname(file), { recursive: true });
    const writer = new DatabaseSync(file);
    const reader = new DatabaseSync(file);
    const close = () => {
      if (!writer.isOpen) return;
      // The writer last: the last connection to leave moves the write-ahead log into the file.
      reader.close();
      writer.close();
    };
    return { writer, reader, close };
  } catch (cause) {
    throw new NumberkitError(storageErrors.unavailable, {
      detail: `The SQLite file cannot be opened: ${cause instanceof Error ? cause.message : 'unknown'}.`,
      cause,
    });
  }
}

async function prepareConnection(connection: SqliteConnection, role: 'writer' | 'reader'): Promise<void> {
  const pragma = (text: string) => connection.executeQuery({ sql: `pragma ${text}`, parameters: [] });
  await pragma(`busy_timeout = ${BLOCKING_WAIT_MS}`);
  if (role === 'reader') {
    // Not opened read-only: such a connection cannot use the write-ahead log once its shared memory is gone.
    await pragma('query_only = on');
    // A look-up among a million numbers reads some ten pages; mapped, none of them costs a system call.
    await pragma(`mmap_size = ${MAPPED_BYTES}`);
    return;
  }
  await pragma('journal_mode = wal');
  // Survives a crash of the process; WAL needs a sync per commit only to survive a power cut as well.
  await pragma('synchronous = full');
  await pragma('foreign_keys = on');
}
