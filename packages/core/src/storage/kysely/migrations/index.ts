import type { Migration } from 'kysely/migration';
import { foundation } from './0001-foundation.ts';
import { lifeOfANumber } from './0002-life-of-a-number.ts';
import { pool } from './0003-pool.ts';
import { sweeps } from './0004-sweeps.ts';
import { calls } from './0005-calls.ts';
import { forwardings } from './0006-forwardings.ts';
import { routeLookUp } from './0007-route-look-up.ts';
import type { HistoricDatabase, MigrationContext } from './migration-context.ts';

export type { MigrationContext } from './migration-context.ts';

/** Every migration by name; they run in the order of their names and are never edited once published. */
export function createMigrations(context: MigrationContext): Record<string, Migration> {
  const inSchema = (db: HistoricDatabase) =>
    context.schema === undefined ? db : db.withSchema(context.schema);
  return {
    '0001-foundation': { up: (db: HistoricDatabase) => foundation(inSchema(db), context) },
    '0002-life-of-a-number': { up: (db: HistoricDatabase) => lifeOfANumber(inSchema(db), context) },
    '0003-pool': { up: (db: HistoricDatabase) => pool(inSchema(db), context) },
    '0004-sweeps': { up: (db: HistoricDatabase) => sweeps(inSchema(db), context) },
    '0005-calls': { up: (db: HistoricDatabase) => calls(inSchema(db), context) },
    '0006-forwardings': { up: (db: HistoricDatabase) => forwardings(inSchema(db), context) },
    '0007-route-look-up': { up: (db: HistoricDatabase) => routeLookUp(inSchema(db), context) },
  };
}
