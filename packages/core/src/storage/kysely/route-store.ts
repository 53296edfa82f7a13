import type { VoiceRoute } from '@numberkit/contract';
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Vault } from '../../privacy/index.ts';
import type { RouteStore } from '../../routing/index.ts';
import { readTime } from './column-values.ts';
import { phoneNumberIndex } from './number-store.ts';
import {
  createTenantOpener,
  type OpenedTenant,
  type SealedTenant,
  type TenantMarks,
} from './opened-tenants.ts';
import type { Database, StoredTime } from './schema.ts';

/** What a call's look-up reads of a number. */
interface RoutedNumber {
  readonly number_id: string;
  readonly attended_until: StoredTime | null;
}

/** One row of the hot path. */
export type RouteRow = RoutedNumber & SealedTenant;

/** The same with the marks of what is sealed, in place of it. */
export type MarkedRow = RoutedNumber & TenantMarks;

/** Runs one statement with this blind index, its one parameter. */
export type FindRow<Row> = (index: string) => Promise<Row | undefined> | Row | undefined;

/** How an engine looks a call up. */
export interface RouteQueries {
  /** Makes the statement ready that reads all a call needs. */
  prepareRoute(statement: string): FindRow<RouteRow>;
  /**
   * For an engine that can read the marks alone, from its indexes: then the rows, with all that is sealed in them, are
   * read only for a tenant that was not opened yet or has changed. Others read everything at once.
   */
  readonly findMarks?: FindRow<MarkedRow>;
}

export function createRouteStore(db: Kysely<Database>, vault: Vault, queries: RouteQueries): RouteStore {
  // Compiled once: building a query costs more than running it.
  const find = queries.prepareRoute(routeQuery(db).sql);
  const { findMarks } = queries;
  const opener = createTenantOpener(vault);
  return {
    async lookup(phoneNumber, now) {
      const index = phoneNumberIndex(vault, phoneNumber);
      if (findMarks) {
        const found = findMarks(index);
        // What is there already is not waited for.
        const marks = found instanceof Promise ? await found : found;
        if (marks === undefined) return undefined;
        const known = opener.recall(marks);
        if (known) return toRoute(marks, known, phoneNumber, now);
      }
      const found = find(index);
      const row = found instanceof Promise ? await found : found;
      return row && toRoute(row, opener.open(row), phoneNumber, now);
    },
  };
}

function toRoute(
  row: RoutedNumber & { readonly tenant_id: string },
  { agent, recoveryPhone }: OpenedTenant,
  phoneNumber: string,
  now: Date | undefined,
): VoiceRoute {
  const route = { tenantId: row.tenant_id, numberId: row.number_id, phoneNumber, agent };
  const attended = row.attended_until !== null && now !== undefined && readTime(row.attended_until) > now;
  if (recoveryPhone === null) return attended ? { ...route, attended } : route;
  return attended ? { ...route, recoveryPhone, attended } : { ...route, recoveryPhone };
}

/** Stands where the blind index goes. */
const PLACEHOLDER = '?';

function routeQuery(db: Kysely<Database>): CompiledQuery<RouteRow> {
  // Written into the text: once a database has been analyzed, SQLite plans a statement anew for every value bound to
  // a column that is not unique, which takes longer than the look-up itself.
  const assigned = sql.lit('assigned');
  return db
    .selectFrom('numberkit_numbers as number')
    .innerJoin('numberkit_tenants as tenant', 'tenant.id', 'number.tenant_id')
    .select([
      'number.id as number_id',
      'number.attended_until',
      'tenant.id as tenant_id',
      'tenant.recovery_phone',
    ])
    .select((tables) => tables.ref('tenant.agent').$notNull().as('agent'))
    .where('number.e164_index', '=', PLACEHOLDER)
    .where('number.state', '=', assigned)
    .where('tenant.agent', 'is not', null)
    .compile();
}
