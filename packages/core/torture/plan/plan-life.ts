import type { Random } from '../random.ts';
import type { Action, Placed } from './action.ts';

/** An action that has no name and no place yet. */
type Unnamed<T> = T extends Action ? Omit<T, 'id'> : never;

const RARE_SWEEPS = ['reclaim', 'reconcile', 'replenish-pool'] as const;

/** What happens to numbers once they are bought, and the sweeps, in one wave. */
export function planLife(
  random: Random,
  name: string,
  tenants: readonly string[],
): readonly Omit<Placed, 'wave'>[] {
  const one = () => ({ tenantId: random.pick(tenants), pick: random.next() });
  const life = (kind: 'release' | 'reclaim' | 'undo-reclaim', count: number): Unnamed<Action>[] =>
    Array.from({ length: count }, () => ({ kind, ...one() }));
  const transfers = Array.from({ length: 3 }, (): Unnamed<Action> => {
    const [tenantId = '', toTenantId = ''] = random.sample(tenants, 2);
    return { kind: 'transfer', tenantId, toTenantId, pick: random.next() };
  });
  // Settling runs all the time beside the purchases, as it does in life: it must leave alone what is under way.
  const sweeps = [...Array<'settle-operations'>(6).fill('settle-operations'), ...RARE_SWEEPS].map(
    (sweep): Unnamed<Action> => ({ kind: 'sweep', sweep }),
  );
  return [
    ...life('release', 3),
    ...life('reclaim', 2),
    ...life('undo-reclaim', 1),
    ...transfers,
    ...sweeps,
  ].map((action, place) => ({
    host: random.between(0, 1_000),
    action: { ...action, id: `${action.kind} ${name}.${place}` },
  }));
}
