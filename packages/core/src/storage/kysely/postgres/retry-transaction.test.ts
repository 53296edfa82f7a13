import { describe, expect, test } from 'vitest';
import { NumberkitError } from '../../../errors.ts';
import { storageErrors } from '../../errors.ts';
import { retryTransaction } from './retry-transaction.ts';

/** A clock that only notes how long it was asked to sleep. */
function notingClock() {
  const pauses: number[] = [];
  return {
    pauses,
    now: () => new Date(0),
    sleep: async (milliseconds: number) => {
      pauses.push(milliseconds);
    },
  };
}

const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' });
const serialization = Object.assign(new Error('could not serialize'), { code: '40001' });

/** Fails with each error in turn, then succeeds; counts its runs. */
function failing(...errors: Error[]) {
  let runs = 0;
  const run = async () => {
    const error = errors[runs];
    runs += 1;
    if (error !== undefined) throw error;
    return runs;
  };
  return { run, runs: () => runs };
}

describe('retryTransaction', () => {
  test('runs again what PostgreSQL gave up, with longer and longer pauses', async () => {
    const clock = notingClock();
    const { run } = failing(deadlock, serialization);
    expect(await retryTransaction(run, clock, () => 0.5)).toBe(3);
    expect(clock.pauses).toEqual([10, 20]);
  });

  test('gives up after five runs and throws the last error', async () => {
    const work = failing(...Array.from({ length: 9 }, () => deadlock));
    await expect(retryTransaction(work.run, notingClock())).rejects.toBe(deadlock);
    expect(work.runs()).toBe(5);
  });

  test('finds the reason behind an error that wraps it', async () => {
    const wrapped = new Error('purchase failed', { cause: new Error('query failed', { cause: deadlock }) });
    expect(await retryTransaction(failing(wrapped).run, notingClock())).toBe(2);
  });

  test.each([
    ['any other error', new Error('no')],
    ['a unique violation', Object.assign(new Error('duplicate'), { code: '23505' })],
    ['a lost connection', new NumberkitError(storageErrors.unavailable, { detail: 'gone' })],
  ])('never repeats after %s', async (_, error) => {
    const work = failing(error);
    await expect(retryTransaction(work.run, notingClock())).rejects.toBe(error);
    expect(work.runs()).toBe(1);
  });
});
