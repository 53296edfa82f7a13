import { type Kysely, sql } from 'kysely';
import type { Vault } from '../../privacy/index.ts';
import type { StorageInspection } from '../storage.ts';
import { createMigrator, indexKeyCheck, resolveSchema } from './migrate.ts';
import type { MigrationContext } from './migrations/index.ts';
import type { Database } from './schema.ts';

/** Looks at a database that may not have been migrated, or with another key ring. */
export async function inspect(
  db: Kysely<Database>,
  vault: Vault,
  context: MigrationContext,
): Promise<StorageInspection> {
  return db.transaction().execute(async (transaction) => {
    const plain = transaction.withoutPlugins();
    const place = { ...context, schema: await resolveSchema(plain, context) };
    const migrations = await createMigrator(plain, place).getMigrations();
    const pending = migrations.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
    if (pending.length === migrations.length) {
      return { pendingMigrations: pending, indexKeyMatches: null, sealedWith: [] };
    }
    const { name, value } = indexKeyCheck(vault);
    const known = await transaction
      .selectFrom('numberkit_settings')
      .select('value')
      .where('name', '=', name)
      .executeTakeFirst();
    return {
      pendingMigrations: pending,
      indexKeyMatches: known ? known.value === value : null,
      sealedWith: await readKeyIds(transaction, context),
    };
  });
}

/** A sealed value names its key between the first two dots; see `privacy/create-vault.ts`. */
async function readKeyIds(db: Kysely<Database>, { engine }: MigrationContext): Promise<readonly string[]> {
  const keyId = (column: string) => {
    const sealed = sql.ref(column);
    return engine === 'postgres'
      ? sql<string | null>`split_part(${sealed}, '.', 2)`
      : sql<string | null>`substr(${sealed}, 5, instr(substr(${sealed}, 5), '.') - 1)`;
  };
  const found = [
    await db.selectFrom('numberkit_numbers').select(keyId('e164').as('key')).distinct().execute(),
    await db.selectFrom('numberkit_tenants').select(keyId('name').as('key')).distinct().execute(),
    await db.selectFrom('numberkit_tenants').select(keyId('agent').as('key')).distinct().execute(),
  ];
  const ids = found.flat().flatMap(({ key }) => (key === null || key === '' ? [] : [key]));
  return [...new Set(ids)].sort();
}
