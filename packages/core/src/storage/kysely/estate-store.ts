import type { Vault } from '../../privacy/index.ts';
import type { EstateStore } from '../../reconcile/index.ts';
import { writeTime } from './column-values.ts';
import { phoneNumberIndex, readNumber } from './number-store.ts';
import { readOperation } from './operation-store.ts';
import type { Connections } from './schema.ts';

export function createEstateStore({ reads }: Connections, vault: Vault): EstateStore {
  const numbers = () => reads.selectFrom('numberkit_numbers').selectAll();
  return {
    async matching(phoneNumbers) {
      if (phoneNumbers.length === 0) return [];
      const indexes = phoneNumbers.map((phoneNumber) => phoneNumberIndex(vault, phoneNumber));
      const rows = await numbers().where('e164_index', 'in', indexes).execute();
      return rows.map((row) => readNumber(row, vault));
    },
    async live(after, limit) {
      let query = numbers().where('e164_index', 'is not', null);
      if (after !== null) query = query.where('id', '>', after);
      const rows = await query.orderBy('id').limit(limit).execute();
      return rows.map((row) => readNumber(row, vault));
    },
    async overdue(leaseEndedBefore, intendedBefore, limit) {
      const rows = await reads
        .selectFrom('numberkit_operations')
        .selectAll()
        .where('state', 'in', ['intended', 'unknown'])
        .where(({ or, eb }) =>
          or([
            eb('lease_until', '<', writeTime(leaseEndedBefore)),
            eb('created_at', '<', writeTime(intendedBefore)),
          ]),
        )
        .orderBy('created_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => readOperation(row, vault));
    },
  };
}
