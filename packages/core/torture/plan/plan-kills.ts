import type { Random } from '../random.ts';
import type { KillEvent, KillPoint } from './kill-point.ts';

/** Up to which event of each kind a host may live. Low enough that a busy host gets there. */
const lives: Readonly<Record<KillEvent, number>> = {
  request: 14,
  sent: 14,
  answered: 14,
  order: 3,
  'order-sent': 3,
  'order-answered': 3,
  deletion: 1,
  'deletion-sent': 1,
  'deletion-answered': 1,
  statement: 70,
  settling: 12,
  commit: 9,
  committed: 9,
  time: 250,
};

/** Orders and commits are where money is lost, so they come up more often than their share. */
const events: readonly KillEvent[] = [
  'request',
  'sent',
  'answered',
  'order',
  'order-sent',
  'order-sent',
  'order-answered',
  'order-answered',
  'deletion',
  'deletion-sent',
  'deletion-answered',
  'statement',
  'statement',
  'settling',
  'settling',
  'settling',
  'commit',
  'commit',
  'committed',
  'committed',
  'time',
  'time',
];

/** How one host dies in one wave: mostly once, now and then the one that replaces it as well. */
export function planKills(random: Random): readonly KillPoint[] {
  const count = random.chance(0.9) ? (random.chance(0.4) ? 2 : 1) : 0;
  return Array.from({ length: count }, () => {
    const event = random.pick(events);
    return { event, nth: random.between(event === 'time' ? 5 : 1, lives[event]) };
  });
}
