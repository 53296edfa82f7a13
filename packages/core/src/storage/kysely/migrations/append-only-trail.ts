import { sql } from 'kysely';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

const REFUSAL = 'numberkit_trail is append-only';

/** Lets the database itself refuse to change or remove a line of the trail. */
export async function protectTrail(
  db: HistoricDatabase,
  { engine, schema }: MigrationContext,
): Promise<void> {
  if (engine === 'sqlite') await protectOnSqlite(db);
  else await protectOnPostgres(db, schema);
}

async function protectOnSqlite(db: HistoricDatabase): Promise<void> {
  const refuse = sql`begin select raise(abort, ${sql.lit(REFUSAL)}); end`;
  await sql`create trigger numberkit_trail_update before update on numberkit_trail ${refuse}`.execute(db);
  await sql`create trigger numberkit_trail_delete before delete on numberkit_trail ${refuse}`.execute(db);
  // INSERT OR REPLACE removes the old row without firing delete triggers, unless recursive_triggers is on.
  await sql`create trigger numberkit_trail_replace before insert on numberkit_trail
    when exists (select 1 from numberkit_trail where id = new.id) ${refuse}`.execute(db);
}

async function protectOnPostgres(db: HistoricDatabase, schema: string | undefined): Promise<void> {
  const named = (name: string) => (schema === undefined ? sql.id(name) : sql.id(schema, name));
  const refuse = named('numberkit_trail_refuse');
  const trail = named('numberkit_trail');
  await sql`create function ${refuse}() returns trigger language plpgsql
    as ${sql.lit(`begin raise exception '${REFUSAL}'; end`)}`.execute(db);
  await sql`create trigger numberkit_trail_change before update or delete on ${trail}
    for each row execute function ${refuse}()`.execute(db);
  await sql`create trigger numberkit_trail_truncate before truncate on ${trail}
    for each statement execute function ${refuse}()`.execute(db);
}
