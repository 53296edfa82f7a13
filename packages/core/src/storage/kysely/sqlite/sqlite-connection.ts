import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { Clock } from '../../../clock.ts';
import { NumberkitError } from '../../../errors.ts';
import { storageErrors } from '../../errors.ts';
import type { SqliteDatabase, SqliteStatement, SqliteValue } from './sqlite-database.ts';
import { isBusy, translateSqliteError } from './sqlite-problems.ts';

/** Statements that differ only in values have one text, so there are few; the bound is for lists in `in (…)`. */
const CACHED_STATEMENTS = 200;
const RETRY_PAUSE_MS = 5;

interface PreparedStatement {
  readonly statement: SqliteStatement;
  readonly returnsRows: boolean;
}

/**
 * One connection. SQLite works synchronously, so waiting for another process inside it would stop every request of
 * this one. Therefore the connection gives up quickly and this class waits outside, while other work goes on.
 * That is safe: a transaction begins with `begin immediate`, and once it holds the lock nothing in it can be busy.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly #database: SqliteDatabase;
  readonly #busyTimeoutMs: number;
  readonly #clock: Clock;
  #closed = false;
  readonly #statements = new Map<string, PreparedStatement>();
  /** The few that are asked for values. */
  readonly #valueStatements = new Map<string, SqliteStatement>();

  constructor(database: SqliteDatabase, busyTimeoutMs: number, clock: Clock) {
    this.#database = database;
    this.#busyTimeoutMs = busyTimeoutMs;
    this.#clock = clock;
  }

  /** From now on every statement is refused. The database itself is closed by whoever opened it. */
  close(): void {
    this.#closed = true;
    this.#statements.clear();
    this.#valueStatements.clear();
  }

  executeQuery<R>(query: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<QueryResult<R>> {
    return this.#whenFree(() => this.#run<R>(query));
  }

  /**
   * The first row of a statement that reads, as its values in the order they were selected; at once where nothing is in
   * the way. For the look-up of a call: it leaves out what the general way costs, and an object with names that the driver
   * makes for each row.
   */
  firstValues(sql: string, parameter: SqliteValue): FirstValues | Promise<FirstValues> {
    const read = () => readValues(this.#prepareValues(sql).get(parameter));
    if (this.#closed) return this.#whenFree(read);
    try {
      return read();
    } catch (error) {
      if (isBusy(error)) return this.#whenFree(read);
      throw translateSqliteError(error);
    }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for it, no statement of ours streams.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('This connection does not stream.');
  }

  async #whenFree<T>(act: () => T): Promise<T> {
    if (this.#closed) {
      throw new NumberkitError(storageErrors.unavailable, { detail: 'The SQLite database was closed.' });
    }
    const deadline = this.#clock.now().getTime() + this.#busyTimeoutMs;
    for (;;) {
      try {
        return act();
      } catch (error) {
        if (!isBusy(error) || this.#clock.now().getTime() >= deadline) throw translateSqliteError(error);
      }
      await this.#clock.sleep(RETRY_PAUSE_MS);
    }
  }

  #run<R>(query: Pick<CompiledQuery, 'sql' | 'parameters'>): QueryResult<R> {
    const { statement, returnsRows } = this.#prepare(query.sql);
    // The stores bind text, whole numbers and null only.
    const parameters = query.parameters as SqliteValue[];
    // The rows have the shape that the query was compiled for.
    if (returnsRows) return { rows: statement.all(...parameters) as R[] };
    const { changes } = statement.run(...parameters);
    return { numAffectedRows: BigInt(changes), rows: [] };
  }

  #prepareValues(sql: string): SqliteStatement {
    const known = this.#valueStatements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    if (statement.setReturnArrays) statement.setReturnArrays(true);
    else statement.raw?.(true);
    this.#valueStatements.set(sql, statement);
    return statement;
  }

  #prepare(sql: string): PreparedStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    const returnsRows = statement.reader ?? (statement.columns?.().length ?? 0) > 0;
    const prepared = { statement, returnsRows };
    if (this.#statements.size >= CACHED_STATEMENTS) this.#statements.clear();
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/** A row's values; undefined: there is no row. */
export type FirstValues = readonly SqliteValue[] | undefined;

/** A driver that knows no lists of values gives an object, its properties in the order of the columns. */
function readValues(row: unknown): FirstValues {
  // The stores keep text, whole numbers and null only.
  return Array.isArray(row) || row === undefined ? row : (Object.values(row as object) as SqliteValue[]);
}
