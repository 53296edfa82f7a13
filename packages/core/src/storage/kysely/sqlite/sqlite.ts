import type { StorageProvider } from '../../storage.ts';
import type { SqliteOptions, SqliteSettings } from './sqlite-options.ts';

/** How long a statement may wait for other processes that hold the file. */
const DEFAULT_BUSY_TIMEOUT_MS = 10_000;

/**
 * Storage in one SQLite file: the embedded default, nothing to install. Several processes on one machine may
 * share the file. It is put into WAL mode.
 *
 * Nothing is opened or loaded before the first use. `open` throws NumberkitError `storage-unavailable` when the
 * file cannot be opened.
 *
 * @example
 * const storage = sqlite({ file: '.data/numberkit.db' });
 * @example
 * // with better-sqlite3
 * const storage = sqlite({ database: new Database('app.db'), readDatabase: new Database('app.db') });
 */
export function sqlite(options: SqliteOptions): StorageProvider {
  const settings: SqliteSettings = {
    ...options,
    busyTimeoutMs: options.busyTimeoutMs ?? DEFAULT_BUSY_TIMEOUT_MS,
  };
  return {
    description: 'file' in options ? `SQLite file ${options.file}` : 'SQLite database of the host',
    async open(vault) {
      // Loaded here, because importing this door must load no third party.
      const { openSqlite } = await import('./open-sqlite.ts');
      return openSqlite(settings, vault);
    },
  };
}
