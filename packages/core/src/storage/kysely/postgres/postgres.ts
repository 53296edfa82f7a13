import type { StorageProvider } from '../../storage.ts';
import type { PostgresOptions } from './postgres-options.ts';

/**
 * Storage in PostgreSQL 14 or newer, for many processes and machines. Takes the host's own `pg` pool, so nothing
 * is installed twice; `close()` leaves the pool open, because it is the host's.
 *
 * A transaction that PostgreSQL gives up (deadlock, serialization failure) is run again a few times.
 * Every verb throws NumberkitError `storage-unavailable` while the server cannot be reached.
 *
 * @example
 * const storage = postgres({ pool: new Pool({ connectionString: process.env.DATABASE_URL }) });
 */
export function postgres(options: PostgresOptions): StorageProvider {
  const { schema } = options;
  return {
    description: schema === undefined ? 'PostgreSQL' : `PostgreSQL schema ${schema}`,
    async open(vault) {
      // Loaded here, because importing this door must load no third party.
      const { openPostgres } = await import('./open-postgres.ts');
      return openPostgres(options, vault);
    },
  };
}
