import type { LeaseStore } from '../../ledger/index.ts';
import { writeTime } from './column-values.ts';
import type { Connections } from './schema.ts';

export function createLeaseStore({ writes }: Connections): LeaseStore {
  return {
    async take(name, holder, now, leaseUntil) {
      const lease = { holder, lease_until: writeTime(leaseUntil) };
      const taken = await writes
        .insertInto('numberkit_leases')
        .values({ name, ...lease })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet(lease)
            .where(({ or, eb }) =>
              or([
                eb('numberkit_leases.lease_until', '<=', writeTime(now)),
                eb('numberkit_leases.holder', '=', holder),
              ]),
            ),
        )
        .returning('name')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async release(name, holder) {
      await writes
        .deleteFrom('numberkit_leases')
        .where('name', '=', name)
        .where('holder', '=', holder)
        .execute();
    },
  };
}
