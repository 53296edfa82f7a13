import type { MarkedRow, RouteQueries, RouteRow } from '../route-store.ts';
import type { FirstValues } from './sqlite-connection.ts';

/** Runs a statement with one blind index. */
export type FindValues = (statement: string, index: string) => FirstValues | Promise<FirstValues>;

/**
 * The look-up of a call as long as its tenant has not changed, from two indexes alone. It names them: on a database that
 * was never analyzed, SQLite would take the unique index of the tenants, and read the row as well. The expressions are
 * those of the index, or it would not serve.
 * https://www.sqlite.org/lang_indexedby.html
 */
const MARKS = `
  select number.id as number_id, number.attended_until, tenant.id as tenant_id,
    substr(tenant.agent, -22) as agent_mark, substr(tenant.recovery_phone, -22) as phone_mark
  from numberkit_numbers as number indexed by numberkit_numbers_route
  join numberkit_tenants as tenant indexed by numberkit_tenants_marks on tenant.id = number.tenant_id
  where number.e164_index = ? and number.state = 'assigned' and substr(tenant.agent, -22) is not null`;

/** Looks calls up on SQLite. */
export function sqliteRouteQueries(find: FindValues): RouteQueries {
  return {
    prepareRoute: (statement) => (index) => after(find(statement, index), toRouteRow),
    findMarks: (index) => after(find(MARKS, index), toMarkedRow),
  };
}

function after<Row>(
  found: FirstValues | Promise<FirstValues>,
  read: (values: FirstValues) => Row | undefined,
): Row | undefined | Promise<Row | undefined> {
  return found instanceof Promise ? found.then(read) : read(found);
}

// The values come in the order of the statements' columns, and are of the columns' types.

function toRouteRow(values: FirstValues): RouteRow | undefined {
  if (values === undefined) return undefined;
  const [number_id, attended_until, tenant_id, recovery_phone, agent] = values as RouteValues;
  return { number_id, attended_until, tenant_id, recovery_phone, agent };
}

function toMarkedRow(values: FirstValues): MarkedRow | undefined {
  if (values === undefined) return undefined;
  const [number_id, attended_until, tenant_id, agent_mark, phone_mark] = values as MarkedValues;
  return { number_id, attended_until, tenant_id, agent_mark, phone_mark };
}

type RouteValues = [string, string | null, string, string | null, string];
type MarkedValues = [string, string | null, string, string, string | null];
