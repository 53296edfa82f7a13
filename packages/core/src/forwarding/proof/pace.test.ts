import { expect, it } from 'vitest';
import { nextTestAt } from './pace.ts';

const end = new Date('2026-11-22T12:00:00.000Z');
const done = (count: number) => Array.from({ length: count }, () => ({ endedAt: end }));
const waitAfter = (count: number, proved: boolean) =>
  ((nextTestAt(done(count), proved)?.getTime() ?? Number.NaN) - end.getTime()) / 1_000;

it('a line that never forwarded to us is tested again later and later', () => {
  expect([1, 2, 3, 4, 5, 8].map((count) => waitAfter(count, false))).toEqual([30, 60, 120, 300, 300, 300]);
});

it('a line that did is tested again after five seconds', () => {
  expect([1, 5].map((count) => waitAfter(count, true))).toEqual([5, 5]);
});

it('the first test may be made at once', () => {
  expect(nextTestAt([], false)).toBeNull();
});
