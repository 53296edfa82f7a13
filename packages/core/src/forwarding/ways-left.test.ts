import { expect, it } from 'vitest';
import type { EarlierWay } from './forwarding-store.ts';
import { waysLeft } from './ways-left.ts';

const way = (condition: EarlierWay['condition'], code: string): EarlierWay => ({
  carrierId: 'us-verizon',
  lineKind: 'mobile',
  condition,
  code,
});
const busy = way('busy', '*90');
const noAnswer = way('no-answer', '*92');
const unreachable = way('unreachable', '*95');

it('nothing is left when all that the line was told is shown to be off', () => {
  expect(waysLeft({ condition: 'all', earlierWays: [] }, ['all'])).toBeNull();
  expect(waysLeft({ condition: 'all', earlierWays: [noAnswer] }, ['all', 'no-answer'])).toBeNull();
});

it('the current way stays until it is shown to be off itself', () => {
  const told = { condition: 'busy', earlierWays: [noAnswer, unreachable] } as const;
  expect(waysLeft(told, ['all', 'no-answer'])).toEqual({ earlierWays: [unreachable] });
  expect(waysLeft(told, [])).toEqual({ earlierWays: [noAnswer, unreachable] });
});

it('the newest earlier way takes its place then', () => {
  const told = { condition: 'all', earlierWays: [busy, noAnswer, unreachable] } as const;
  expect(waysLeft(told, ['all', 'unreachable'])).toEqual({
    ...noAnswer,
    alternative: 0,
    earlierWays: [busy],
  });
});
