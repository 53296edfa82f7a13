import type { Random } from '../random.ts';
import type { Action, Placed } from './action.ts';
import type { Shelf } from './shelf.ts';

const HOSTS = 3;

/** Filling the pool, from several hosts at once, and claims on it: with new keys, and again with old ones. */
export function planPool(
  random: Random,
  round: number,
  tenants: readonly string[],
  shelf: Shelf,
): readonly Placed[] {
  const areaCodes = shelf.poolAreas(round);
  const placed: Placed[] = [];
  const place = (wave: number, action: Action) =>
    placed.push({ wave, host: random.between(0, HOSTS - 1), action });
  for (const wave of [0, 1]) {
    const count = wave === 0 || random.chance(0.5) ? 2 : 0;
    const countPerArea = random.between(2, 3);
    for (let turn = 0; turn < count; turn += 1) {
      place(wave, { id: `prebuy ${round}.${wave}.${turn}`, kind: 'prebuy', areaCodes, countPerArea });
    }
  }
  for (let claim = 0; claim < 6; claim += 1) {
    const asked = {
      tenantId: random.pick(tenants),
      areaCode: random.pick(areaCodes),
      key: `c${round}-${claim}`,
    };
    const first = random.between(0, 1);
    place(first, { id: `claim ${round}.${claim}.0`, kind: 'claim', ...asked });
    if (random.chance(0.4)) place(first, { id: `claim ${round}.${claim}.1`, kind: 'claim', ...asked });
    if (random.chance(0.4)) place(1, { id: `claim ${round}.${claim}.2`, kind: 'claim', ...asked });
  }
  return placed;
}
