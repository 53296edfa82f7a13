import type { FaultRule, Meddling } from '../carrier/control.ts';
import { createRandom, type Random } from '../random.ts';
import type { Action, Placed } from './action.ts';
import type { KillPoint } from './kill-point.ts';
import { planFaults } from './plan-faults.ts';
import { type Intent, planIntents } from './plan-intents.ts';
import { planKills } from './plan-kills.ts';
import { planLife } from './plan-life.ts';
import { planPool } from './plan-pool.ts';
import type { Shelf } from './shelf.ts';

/** What one host is asked in one wave, and how it dies. */
export interface PlannedHost {
  readonly actions: readonly Action[];
  readonly kills: readonly KillPoint[];
}

/** A stretch of work between two jumps of the clock. */
export interface PlannedWave {
  readonly faults: readonly FaultRule[];
  readonly hosts: readonly PlannedHost[];
  /** What somebody does in the carrier's console before it: to the number at this share of the account's. */
  readonly meddling: readonly { readonly share: number; readonly change: Meddling }[];
  /** Is the carrier restarted, so many milliseconds into the wave? */
  readonly carrierRestart: number | null;
}

/** Everything that happens in one round, but for how the processes interleave. */
export interface PlannedRound {
  readonly waves: readonly PlannedWave[];
  /** Numbers that somebody else buys just before. */
  readonly soldElsewhere: readonly string[];
}

const HOSTS = 3;
const WAVES = 2;
const TENANTS = 6;

/** The same seed, round and shelf give the same plan. */
export function planRound(seed: number, round: number, shelf: Shelf): PlannedRound {
  const random = createRandom(`${seed}/round ${round}`);
  const tenants = [
    ...Array.from({ length: TENANTS }, (_, place) => `r${round}-t${place}`),
    // Tenants of the round before come back: their numbers have a history by now.
    ...Array.from({ length: 3 }, (_, place) => `r${round - 1}-t${place}`),
  ];
  const intents = planIntents(random.fork('intents'), round, tenants, shelf);
  const asked = [
    ...planAsking(random.fork('asking'), round, intents),
    ...planPool(random.fork('pool'), round, tenants, shelf),
  ];
  const waves = Array.from({ length: WAVES }, (_, wave) => {
    const part = random.fork(`wave ${wave}`);
    const wanted = asked.filter((each) => each.wave === wave);
    const life = planLife(part.fork('life'), `${round}.${wave}`, tenants);
    return {
      faults: planFaults(part.fork('faults')),
      hosts: Array.from({ length: HOSTS }, (_, host) => ({
        actions: part.fork(`order ${host}`).sample(
          [...wanted, ...life].filter((each) => each.host % HOSTS === host).map(({ action }) => action),
          Number.POSITIVE_INFINITY,
        ),
        kills: planKills(part.fork(`kills ${host}`)),
      })),
      meddling: planMeddling(part.fork('meddling')),
      carrierRestart: part.chance(0.1) ? part.between(20, 300) : null,
    };
  });
  const contested = intents.map(({ phoneNumber }) => phoneNumber);
  return { waves, soldElsewhere: random.chance(0.6) ? random.sample(contested, 1) : [] };
}

function planMeddling(random: Random): PlannedWave['meddling'] {
  const changes = [
    ...(random.chance(0.5) ? ['elsewhere' as const] : []),
    ...(random.chance(0.5) ? ['emergency' as const, 'emergency' as const] : []),
  ];
  return changes.map((change) => ({ share: random.next(), change }));
}

/** Who is asked for each purchase, and when: once, twice at the same time, and again later with the same key. */
function planAsking(random: Random, round: number, intents: readonly Intent[]): readonly Placed[] {
  return intents.flatMap((intent, place) => {
    const first = random.chance(0.75) ? 0 : 1;
    const asked: Placed[] = [];
    const ask = (wave: number) => {
      const id = `buy ${round}.${place}.${asked.length}`;
      asked.push({ wave, host: random.between(0, HOSTS - 1), action: { id, kind: 'buy', ...intent } });
    };
    ask(first);
    if (random.chance(0.35)) ask(first);
    if (random.chance(0.15)) ask(first);
    if (first === 0 && random.chance(0.6)) ask(1);
    return asked;
  });
}
