import { isNumberkitError } from '../errors.ts';
import { type Check, failed, ok, skipped } from './check.ts';

/** An opened database that was not migrated. */
export interface InspectedStorage {
  inspect(): Promise<{
    readonly pendingMigrations: readonly string[];
    readonly indexKeyMatches: boolean | null;
    readonly sealedWith: readonly string[];
  }>;
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** The database as it was found. */
export interface StorageChecks {
  readonly checks: readonly Check[];
  /** May the rest of the library open it? That would run what migrations are pending. */
  readonly usable: boolean;
}

/** Looks at the database, the key ring and the migrations; with `repair`, runs the migrations. */
export async function checkStorage(
  connect: () => Promise<InspectedStorage>,
  description: string,
  keyIds: readonly string[],
  repair: boolean,
): Promise<StorageChecks> {
  let storage: InspectedStorage | undefined;
  try {
    storage = await connect();
    const found = await storage.inspect();
    const keys = checkKeys(found, keyIds);
    const migrations = await checkMigrations(
      storage,
      found.pendingMigrations,
      repair && keys.outcome === 'ok',
    );
    const checks = [ok('database', `${description} answers.`), keys, migrations];
    return { checks, usable: checks.every(({ outcome }) => outcome === 'ok') };
  } catch (error) {
    if (!isNumberkitError(error)) throw error;
    const database = failed('database', `${description}: ${error.message}`, error.hint);
    const unseen = 'The database could not be opened.';
    return { checks: [database, skipped('keys', unseen), skipped('migrations', unseen)], usable: false };
  } finally {
    await storage?.close();
  }
}

function checkKeys(
  found: Awaited<ReturnType<InspectedStorage['inspect']>>,
  keyIds: readonly string[],
): Check {
  if (found.indexKeyMatches === false) {
    return failed(
      'keys',
      'The index key of this key ring is not the one that the database was filled with.',
      'Put the key that was the oldest back into NUMBERKIT_KEYS, last, or as index:BASE64.',
    );
  }
  const missing = found.sealedWith.filter((id) => !keyIds.includes(id));
  if (missing.length > 0) {
    return failed(
      'keys',
      `The database has values sealed with ${missing.join(', ')}, which the key ring does not have.`,
      `Add ${missing.map((id) => `${id}:BASE64`).join(',')} to NUMBERKIT_KEYS again.`,
    );
  }
  const used =
    found.sealedWith.length === 0 ? 'nothing is sealed yet' : `in use: ${found.sealedWith.join(', ')}`;
  return ok('keys', `The key ring (${keyIds.join(', ')}) opens the database; ${used}.`);
}

async function checkMigrations(
  storage: InspectedStorage,
  pending: readonly string[],
  repair: boolean,
): Promise<Check> {
  if (pending.length === 0) return ok('migrations', 'The schema is up to date.');
  if (!repair) {
    return failed('migrations', `Pending: ${pending.join(', ')}.`, 'Run: npx numberkit migrate');
  }
  await storage.migrate();
  return ok('migrations', `Ran ${pending.join(', ')}.`);
}
