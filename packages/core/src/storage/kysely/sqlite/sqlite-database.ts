/** What a column of SQLite can be bound to here; times, JSON and money arrive as text and numbers. */
export type SqliteValue = string | number | bigint | null;

/**
 * A prepared statement of `node:sqlite` or `better-sqlite3`, as far as it is used. The first tells whether it
 * returns rows by its columns, the second by `reader`.
 */
export interface SqliteStatement {
  readonly reader?: boolean;
  columns?(): readonly unknown[];
  all(...parameters: SqliteValue[]): unknown[];
  get(...parameters: SqliteValue[]): unknown;
  /** `node:sqlite`: rows are lists of values from now on. */
  setReturnArrays?(enabled: boolean): void;
  /** `better-sqlite3`: the same. */
  raw?(enabled: boolean): unknown;
  run(...parameters: SqliteValue[]): {
    readonly changes: number | bigint;
    readonly lastInsertRowid: number | bigint;
  };
}

/** A connection of `node:sqlite` (`DatabaseSync`) or `better-sqlite3` (`Database`), described by its shape. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement;
  close(): void;
}
