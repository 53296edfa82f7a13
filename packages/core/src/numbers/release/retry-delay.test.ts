import { expect, test } from 'vitest';
import { retryDelay } from './retry-delay.ts';

const MINUTE = 60_000;

test('a release is tried again after a minute, then after twice as long each time', () => {
  expect([1, 2, 3, 4].map(retryDelay)).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE]);
});

test('the pause never passes six hours, however often it was tried', () => {
  for (const tries of [10, 100, 100_000]) expect(retryDelay(tries)).toBe(6 * 60 * MINUTE);
});
