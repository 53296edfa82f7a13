import { type Kysely, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { isNumberkitError, NumberkitError } from '../../errors.ts';
import { privacyErrors, type Vault } from '../../privacy/index.ts';
import { storageErrors } from '../errors.ts';
import { createMigrations, type MigrationContext } from './migrations/index.ts';
import type { Database } from './schema.ts';

/**
 * Brings the schema up to date, in one transaction that only one process at a time can be in: SQLite's writer
 * lock, and an advisory lock on PostgreSQL. The others wait, then find nothing left to do.
 */
export async function migrate(db: Kysely<Database>, vault: Vault, context: MigrationContext): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      const plain = transaction.withoutPlugins();
      const place = { ...context, schema: await resolveSchema(plain, context) };
      await waitForTurn(plain, place);
      const { error } = await createMigrator(plain, place).migrateToLatest();
      if (error !== undefined) throw error;
      await checkIndexKey(transaction, vault);
    });
  } catch (cause) {
    if (isNumberkitError(cause)) throw cause;
    throw new NumberkitError(storageErrors.migrationFailed, {
      detail: `The schema could not be brought up to date: ${cause instanceof Error ? cause.message : 'unknown'}`,
      cause,
    });
  }
}

/**
 * Kysely's migrator, when no schema is named, takes a table of that name in any schema of the database for its own.
 * Two installations in one database would then see each other, so the schema is always named.
 */
export async function resolveSchema(
  db: Transaction<Database>,
  { engine, schema }: MigrationContext,
): Promise<string | undefined> {
  if (engine !== 'postgres' || schema !== undefined) return schema;
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema ?? undefined;
}

async function waitForTurn(db: Transaction<Database>, { engine, schema }: MigrationContext): Promise<void> {
  if (engine !== 'postgres') return;
  const lock = `numberkit migrations ${schema ?? ''}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db);
}

export function createMigrator(db: Transaction<Database>, context: MigrationContext): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => createMigrations(context) },
    migrationTableName: 'numberkit_migrations',
    migrationLockTableName: 'numberkit_migrations_lock',
    ...(context.schema !== undefined && { migrationTableSchema: context.schema }),
  });
}

/** A known text under the index key: the same for equal keys, and tells nothing about the key. */
export function indexKeyCheck(vault: Vault): { name: string; value: string } {
  return { name: 'index-key-check', value: vault.blindIndex('numberkit:index-key-check') };
}

/**
 * Remembers what the index key makes of a known text, and refuses a ring with another index key: with it every
 * look-up would miss, calls would be rejected and numbers bought twice.
 */
async function checkIndexKey(db: Transaction<Database>, vault: Vault): Promise<void> {
  const { name, value } = indexKeyCheck(vault);
  await db
    .insertInto('numberkit_settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value: known } = await db
    .selectFrom('numberkit_settings')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  if (known === value) return;
  throw new NumberkitError(privacyErrors.keysMismatch, {
    detail: 'The index key of this key ring is not the one that this database was filled with.',
  });
}
