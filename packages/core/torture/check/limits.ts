import type { Records } from '../database/row.ts';
import type { Invariant } from './violation.ts';

/** Every counter of the limits is what a count of the rows gives. */
export const checkLimits: Invariant = ({ records }) => {
  const counted = recount(records);
  const stored = new Map(
    records.limits.map(({ limit_key, limit_window, used }) => [`${limit_key} ${limit_window}`, used]),
  );
  return [...new Set([...counted.keys(), ...stored.keys()])].flatMap((counter) => {
    const should = counted.get(counter) ?? 0;
    const is = stored.get(counter) ?? 0;
    if (should === is) return [];
    const text = `the limit ${counter} counts ${is} where there are ${should}`;
    return [{ kind: 'leaked' as const, text, about: [counter.split(/[: ]/)[2] ?? ''] }];
  });
};

function recount({ numbers, operations, claims }: Records): Map<string, number> {
  const counted = new Map<string, number>();
  const add = (key: string, window: string) =>
    counted.set(`${key} ${window}`, (counted.get(`${key} ${window}`) ?? 0) + 1);
  for (const { state, tenantId } of numbers) {
    if (state === 'assigned' || state === 'buying') add(`numbers:tenant:${tenantId}`, 'ever');
  }
  for (const { kind, state, tenant_id, limit_window, calls } of operations) {
    if (kind !== 'buy-number' || state === 'refused') continue;
    if (tenant_id !== '') add(`purchases:tenant:${tenant_id}`, limit_window);
    // A purchase that met a pooled number never called the carrier; the pool was counted for it.
    if (calls > 0) add('purchases:all', limit_window);
  }
  for (const { tenant_id, idempotency_index, number_id, created_at } of claims) {
    // One without a key belongs to a purchase, which is counted above.
    if (idempotency_index === null || number_id === null) continue;
    add(`purchases:tenant:${tenant_id}`, created_at.slice(0, 10));
  }
  return counted;
}
