import type { AgentConfig, VoiceRoute } from '@numberkit/contract';
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Vault } from '../../privacy/index.ts';
import type { RouteStore } from '../../routing/index.ts';
import { readTime } from './column-values.ts';
import { phoneNumberIndex } from './number-store.ts';
import type { Database, StoredTime } from './schema.ts';
import { openTenantColumn } from './tenant-store.ts';

/** One row of the hot path. */
export interface RouteRow {
  readonly number_id: string;
  readonly tenant_id: string;
  readonly agent: string;
  readonly recovery_phone: string | null;
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
  return {
    async lookup(phoneNumber, now) {
      const found = find(phoneNumberIndex(vault, phoneNumber));
      const row = found instanceof Promise ? await found : found;
      if (row === undefined) return undefined;
      const route = readRoute(row, phoneNumber, vault);
      if (row.attended_until === null || !now || readTime(row.attended_until) <= now) return route;
      return Object.assign(route, { attended: true });
    },
  };
}

function readRoute(row: RouteRow, phoneNumber: string, vault: Vault): VoiceRoute {
  const { tenant_id: tenantId, number_id: numberId, agent, recovery_phone: recoveryPhone } = row;
  const route = {
    tenantId,
    numberId,
    phoneNumber,
    // Written from the same type by the tenant store; the query leaves out tenants without an agent.
    agent: JSON.parse(openTenantColumn(vault, tenantId, 'agent', agent) ?? 'null') as AgentConfig,
  };
  if (recoveryPhone === null) return route;
  return {
    ...route,
    // Opened when somebody looks: only a call whose agent has failed needs it, and opening takes a while.
    get recoveryPhone() {
      return openTenantColumn(vault, tenantId, 'recovery_phone', recoveryPhone) ?? '';
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
