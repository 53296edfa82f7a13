import type { Kysely } from 'kysely';
import type { EngineName } from '../schema.ts';

/** What a migration needs to know about where it runs. */
export interface MigrationContext {
  readonly engine: EngineName;
  /** PostgreSQL schema; undefined for the connection's own. */
  readonly schema: string | undefined;
}

/**
 * A database at some point of its history: migrations must keep working when the tables of today have moved on,
 * so they do not use today's types.
 */
export type HistoricDatabase = Kysely<unknown>;
