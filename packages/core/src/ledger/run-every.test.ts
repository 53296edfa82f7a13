import { expect, test } from 'vitest';
import type { Clock } from '../clock.ts';
import { runEvery } from './run-every.ts';

/** A clock whose pauses end when the test says so. */
function steppedClock() {
  const waiting: (() => void)[] = [];
  const clock: Clock = {
    now: () => new Date(0),
    sleep: (_, signal) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve());
      }),
  };
  const step = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, step };
}

test('a sweep runs at once and after every pause until it is stopped', async () => {
  const { clock, step } = steppedClock();
  let runs = 0;
  const stop = runEvery(
    clock,
    1000,
    async () => {
      runs += 1;
    },
    () => undefined,
  );
  expect(runs).toBe(1);
  await step();
  expect(runs).toBe(1);
  await step();
  expect(runs).toBe(2);
  stop();
  await step();
  await step();
  expect(runs).toBe(2);
});

test('a sweep that throws is reported and comes again', async () => {
  const { clock, step } = steppedClock();
  const reported: unknown[] = [];
  const failure = new Error('the database is away');
  const stop = runEvery(
    clock,
    1000,
    () => Promise.reject(failure),
    (error) => reported.push(error),
  );
  await step();
  await step();
  await step();
  stop();
  expect(reported.length).toBeGreaterThan(1);
  expect(reported[0]).toBe(failure);
});
