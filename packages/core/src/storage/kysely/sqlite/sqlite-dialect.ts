import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './sqlite-connection.ts';

/**
 * Kysely on one open connection. Kysely itself makes callers take turns on it, so a transaction has it alone.
 * Kysely's own SQLite dialect does not fit: it begins transactions without taking the writer lock, which lets two
 * processes read the same state and then fail when both want to write.
 */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
    createDriver: () => sqliteDriver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite can change its schema inside a transaction, and migrations rely on it. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function sqliteDriver(connection: SqliteConnection): Driver {
  const say = async (on: DatabaseConnection, words: string) => {
    await on.executeQuery(CompiledQuery.raw(words));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: (on) => say(on, 'begin immediate'),
    commitTransaction: (on) => say(on, 'commit'),
    rollbackTransaction: (on) => say(on, 'rollback'),
    releaseConnection: async () => {},
    destroy: async () => {},
  };
}
