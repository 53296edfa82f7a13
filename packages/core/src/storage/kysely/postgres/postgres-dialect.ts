import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type PostgresPool as KyselyPool,
  PostgresDialect,
  type QueryResult,
} from 'kysely';
import { NumberkitError } from '../../../errors.ts';
import { storageErrors } from '../../errors.ts';
import { borrowClient } from './borrow-client.ts';
import type { PostgresPool } from './postgres-options.ts';
import { translatePostgresError } from './postgres-problems.ts';

/**
 * Kysely's PostgreSQL dialect on the host's pool, with the errors that say "not reachable" translated.
 * @param isClosed asked before each use, because the pool stays open when the storage is closed.
 */
export function postgresDialect(pool: PostgresPool, isClosed: () => boolean): Dialect {
  const dialect = new PostgresDialect({ pool: borrowed(pool) });
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => translating(dialect.createDriver(), isClosed),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

/** The pool is the host's: we never end it. */
function borrowed(pool: PostgresPool): KyselyPool {
  return {
    options: {},
    end: async () => {},
    async connect() {
      const client = await borrowClient(pool);
      // Kysely describes the same `pg` client in other words; its cursors and `processID` are not used here.
      return client as unknown as Awaited<ReturnType<KyselyPool['connect']>>;
    },
  };
}

/** A connection whose queries fail with our errors, and the one of the driver beneath it. */
interface TranslatingConnection extends DatabaseConnection {
  readonly inner: DatabaseConnection;
}

function translating(driver: Driver, isClosed: () => boolean): Driver {
  // Every connection the driver below is handed came from acquireConnection.
  const innerOf = (connection: DatabaseConnection) => (connection as TranslatingConnection).inner;
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => {
      if (isClosed()) {
        throw new NumberkitError(storageErrors.unavailable, { detail: 'The PostgreSQL storage was closed.' });
      }
      return wrap(await translate(driver.acquireConnection(options)));
    },
    beginTransaction: (connection, settings) =>
      translate(driver.beginTransaction(innerOf(connection), settings)),
    commitTransaction: (connection) => translate(driver.commitTransaction(innerOf(connection))),
    rollbackTransaction: (connection) => translate(driver.rollbackTransaction(innerOf(connection))),
    releaseConnection: (connection, options) => driver.releaseConnection(innerOf(connection), options),
    destroy: (options) => driver.destroy(options),
  };
}

function wrap(inner: DatabaseConnection): TranslatingConnection {
  return {
    inner,
    executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
      translate(inner.executeQuery<R>(query)),
    streamQuery: (query, chunkSize, options) => inner.streamQuery(query, chunkSize, options),
  };
}

async function translate<T>(attempt: Promise<T>): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    throw translatePostgresError(error);
  }
}
