import type { FaultRule } from '../carrier/control.ts';
import type { Random } from '../random.ts';

const ORDERS = { method: 'POST', path: '*/IncomingPhoneNumbers.json' } as const;
const DELETIONS = { method: 'DELETE', path: '*/IncomingPhoneNumbers/*' } as const;
const LOOKS = { method: 'GET', path: '*/IncomingPhoneNumbers.json' } as const;
const statuses = [429, 500, 502, 503] as const;
const bodies = ['json', 'html', 'empty'] as const;

/** What goes wrong at the carrier in one wave: something everywhere, more where money moves. */
export function planFaults(random: Random): readonly FaultRule[] {
  const seed = () => random.between(1, 1_000_000);
  const failure = () =>
    ({ kind: 'status', status: random.pick(statuses), body: random.pick(bodies) }) as const;
  const reset = { kind: 'reset' } as const;
  const latency = () => ({ kind: 'latency', ms: random.between(5, 120) }) as const;
  const rule = (probability: number, rest: Omit<FaultRule, 'probability' | 'seed'>): FaultRule => ({
    ...rest,
    probability,
    seed: seed(),
  });
  const everywhere = [
    rule(0.04, { when: 'before', effect: { kind: 'status', status: 429, body: 'json' } }),
    rule(0.05, { when: 'before', effect: failure() }),
    rule(0.03, { when: 'after', effect: failure() }),
    rule(0.04, { when: 'before', effect: reset }),
    rule(0.03, { when: 'after', effect: reset }),
    rule(0.08, { when: 'after', effect: latency() }),
  ];
  const money = [ORDERS, DELETIONS].flatMap((match) => [
    rule(0.1, { match, when: 'after', effect: failure() }),
    rule(0.1, { match, when: 'after', effect: reset }),
    rule(0.05, { match, when: 'before', effect: reset }),
    // Long enough for sweeps and repetitions to come by while the order is on its way.
    rule(0.15, { match, when: 'before', effect: { kind: 'latency', ms: random.between(100, 400) } }),
  ]);
  // Now and then the carrier sells, and then cannot be asked what it did.
  const silence = random.chance(0.3)
    ? [rule(0.5, { match: LOOKS, when: 'before', effect: { kind: 'status', status: 503, body: 'html' } })]
    : [];
  return [...everywhere, ...money, ...silence];
}
