import type { PooledStore } from '../../numbers/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { claimPooled } from './claim-pooled.ts';
import { idleVerbs } from './idle-numbers.ts';
import { isForPool, isPooled } from './is-pooled.ts';
import { readNumber } from './number-store.ts';
import { readDemand } from './pool-demand.ts';
import { readStock } from './pool-stock.ts';
import { claimVerbs } from './pooled-claims.ts';
import type { Connections, StoredCount } from './schema.ts';

export function createPooledStore(connections: Connections, vault: Vault): PooledStore {
  const { reads, writes } = connections;
  const numbers = () => reads.selectFrom('numberkit_numbers');
  return {
    async claim(choice, tenantId, now) {
      const row = await claimPooled(connections, choice, tenantId, now);
      return row && readNumber(row, vault);
    },
    async lockArea(areaCode) {
      await writes
        .insertInto('numberkit_pool_areas')
        .values({ area_code: areaCode })
        .onConflict((conflict) => conflict.column('area_code').doUpdateSet({ area_code: areaCode }))
        .execute();
      const { count } = await numbers()
        .select(({ fn }) => fn.countAll<StoredCount>().as('count'))
        .where('area_code', '=', areaCode)
        .where(({ or }) => or([isPooled, isForPool]))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    async list({ areaCodes, type, country, limit }) {
      if (areaCodes?.length === 0) return [];
      const rows = await numbers()
        .selectAll()
        .where(isPooled)
        .where('type', '=', type)
        .where('country', '=', country)
        .$if(areaCodes !== undefined, (query) => query.where('area_code', 'in', [...(areaCodes ?? [])]))
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => readNumber(row, vault));
    },
    stock: () => readStock(reads),
    demand: (since) => readDemand(reads, since),
    ...claimVerbs(connections, vault),
    ...idleVerbs(connections, vault),
  };
}
