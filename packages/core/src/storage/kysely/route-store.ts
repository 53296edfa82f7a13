import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Vault } from '../../privacy/index.ts';
import type { RouteStore } from '../../routing/index.ts';
import { readTime } from './column-values.ts';
import { phoneNumberIndex } from './number-store.ts';
import { createOpenTenant, type SealedTenant } from './opened-tenants.ts';
import type { Database, StoredTime } from './schema.ts';

/** One row of the hot path. */
export interface RouteRow extends SealedTenant {
  readonly number_id: string;
  readonly attended_until: StoredTime | null;
}

/** Stands where the blind index goes, the statement's one parameter. */
const PLACEHOLDER = '?';

/** Runs the one statement of the hot path with this blind index. */
export type FindRouteRow = (index: string) => Promise<RouteRow | undefined> | RouteRow | undefined;

/** Makes the statement ready; each engine has its fastest way to run it. */
export type PrepareRouteQuery = (statement: string) => FindRouteRow;

export function createRouteStore(db: Kysely<Database>, vault: Vault, prepare: PrepareRouteQuery): RouteStore {
  // Compiled once: building the query costs more than running it.
  const find = prepare(routeQuery(db).sql);
  const open = createOpenTenant(vault);
  return {
    async lookup(phoneNumber, now) {
      const found = find(phoneNumberIndex(vault, phoneNumber));
      const row = found instanceof Promise ? await found : found;
      if (row === undefined) return undefined;
      const { agent, recoveryPhone } = open(row);
      const route = { tenantId: row.tenant_id, numberId: row.number_id, phoneNumber, agent };
      const attended = row.attended_until !== null && now !== undefined && readTime(row.attended_until) > now;
      if (recoveryPhone === null) return attended ? { ...route, attended } : route;
      return attended ? { ...route, recoveryPhone, attended } : { ...route, recoveryPhone };
    },
  };
}

function routeQuery(db: Kysely<Database>): CompiledQuery<RouteRow> {
  // Written into the text: once a database has been analyzed, SQLite plans a statement anew for every value bound to
  // a column that is not unique, which takes longer than the look-up itself.
  const assigned = sql.lit('assigned');
  return db
    .selectFrom('numberkit_numbers as number')
    .innerJoin('numberkit_tenants as tenant', 'tenant.id', 'number.tenant_id')
    .select([
      'number.id as number_id',
      'tenant.id as tenant_id',
      'tenant.recovery_phone',
      'number.attended_until',
    ])
    .select((tables) => tables.ref('tenant.agent').$notNull().as('agent'))
    .where('number.e164_index', '=', PLACEHOLDER)
    .where('number.state', '=', assigned)
    .where('tenant.agent', 'is not', null)
    .compile();
}
