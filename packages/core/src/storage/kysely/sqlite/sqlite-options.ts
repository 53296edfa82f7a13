import type { SqliteDatabase } from './sqlite-database.ts';

/** A database file that numberkit opens itself, with Node's own `node:sqlite`. */
export interface SqliteFileOptions {
  /** Path of the file; its folder must exist or be creatable. `:memory:` keeps everything in memory. */
  readonly file: string;
  /** Milliseconds to wait while another process holds the file; 10,000 unless told. */
  readonly busyTimeoutMs?: number;
}

/** Connections that the host has opened, such as with `better-sqlite3`. The host closes them. */
export interface SqliteDatabaseOptions {
  /** Used for writing. Give numberkit a connection of its own: statements of yours would join its transactions. */
  readonly database: SqliteDatabase;
  /**
   * A second connection to the same file, by the same library. With it, reads and calls' route look-ups do not
   * wait for a transaction that is under way.
   */
  readonly readDatabase?: SqliteDatabase;
  readonly busyTimeoutMs?: number;
}

/** Either a file or open connections. */
export type SqliteOptions = SqliteFileOptions | SqliteDatabaseOptions;

/** The options with all defaults filled in. */
export type SqliteSettings = SqliteOptions & { readonly busyTimeoutMs: number };
