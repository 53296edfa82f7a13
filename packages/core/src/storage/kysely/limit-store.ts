import { sql } from 'kysely';
import type { LimitStore } from '../../guard/index.ts';
import type { Connections } from './schema.ts';

export function createLimitStore({ reads, writes }: Connections): LimitStore {
  return {
    async take({ key, window }, amount, max) {
      // The first row of a window has no older sum for the statement to check.
      if (amount > max) return false;
      const taken = await writes
        .insertInto('numberkit_limits')
        .values({ limit_key: key, limit_window: window, used: amount })
        .onConflict((conflict) =>
          conflict
            .columns(['limit_key', 'limit_window'])
            .doUpdateSet({ used: sql<number>`numberkit_limits.used + excluded.used` })
            .where(sql<number>`numberkit_limits.used + excluded.used`, '<=', max),
        )
        .returning('used')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async giveBack({ key, window }, amount) {
      await writes
        .updateTable('numberkit_limits')
        .set({ used: sql<number>`case when used > ${amount} then used - ${amount} else 0 end` })
        .where('limit_key', '=', key)
        .where('limit_window', '=', window)
        .execute();
    },
    async used({ key, window }) {
      const row = await reads
        .selectFrom('numberkit_limits')
        .select('used')
        .where('limit_key', '=', key)
        .where('limit_window', '=', window)
        .executeTakeFirst();
      return Number(row?.used ?? 0);
    },
  };
}
