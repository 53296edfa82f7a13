/** What a query of `pg` resolves to, as far as it is used. */
export interface PostgresResult {
  readonly command: string;
  readonly rowCount: number | null;
  readonly rows: unknown[];
}

/** A statement with its parameters. */
export interface PostgresStatement {
  readonly text: string;
  readonly values: unknown[];
  readonly name?: string;
}

/** A connection taken from the pool. */
export interface PostgresClient {
  query(sql: string, parameters: unknown[]): Promise<PostgresResult>;
  /** With a name the statement is prepared, once for each connection. */
  query(statement: PostgresStatement): Promise<PostgresResult>;
  release(destroy?: boolean): void;
  on?(event: 'error', listener: (error: Error) => void): unknown;
}

/** A `Pool` of the package `pg`, described by its shape. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>;
}

/** How numberkit reaches PostgreSQL. */
export interface PostgresOptions {
  /**
   * The host's pool; the host ends it, and listens to its `error` event as `pg` asks: a connection that breaks while
   * idle is reported there only.
   */
  readonly pool: PostgresPool;
  /** Schema that holds the tables; made by `migrate()` when missing. Unless told, the connection's own. */
  readonly schema?: string;
}
