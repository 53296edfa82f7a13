import type { Random } from '../random.ts';
import type { Action } from './action.ts';
import type { Shelf } from './shelf.ts';

/** One purchase that a tenant intends: asked for once, or several times with the same key. */
export type Intent = Omit<Extract<Action, { kind: 'buy' }>, 'id' | 'kind'>;

/** The purchases of one round: single numbers, alternatives, many tenants after one number, numbers of others. */
export function planIntents(
  random: Random,
  round: number,
  tenants: readonly string[],
  shelf: Shelf,
): readonly Intent[] {
  const wanted = [...shelf.ofRound(round)];
  const take = () => wanted.splice(random.between(0, wanted.length - 1), 1)[0] ?? '';
  const intents: Intent[] = [];
  const intend = (tenantId: string, phoneNumber: string, alternatives: readonly string[]) =>
    intents.push({ tenantId, phoneNumber, alternatives, key: `k${round}-${intents.length}` });
  for (let single = 0; single < 4; single += 1) intend(random.pick(tenants), take(), []);
  for (let several = 0; several < 4; several += 1) {
    intend(random.pick(tenants), take(), [take(), take()]);
  }
  const contested = take();
  const spare = [take(), take()];
  for (const tenantId of random.sample(tenants, 3)) {
    intend(tenantId, contested, random.chance(0.6) ? random.sample(spare, 2) : []);
  }
  intend(random.pick(tenants), random.pick(shelf.likelyPooled(round)), [take()]);
  if (random.chance(0.5)) intend(random.pick(tenants), random.pick(shelf.foreign), [take()]);
  return intents;
}
