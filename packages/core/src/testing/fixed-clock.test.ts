import { expect, test } from 'vitest';
import { fixedClock } from './fixed-clock.ts';

test('a fixed clock stands still', () => {
  const clock = fixedClock();
  expect(clock.now()).toEqual(clock.now());
  expect(fixedClock(new Date(5)).now()).toEqual(new Date(5));
});

test('a fixed clock moves when it is advanced and when somebody sleeps', async () => {
  const clock = fixedClock(new Date(0));
  clock.advance(1000);
  await clock.sleep(60_000);
  expect(clock.now()).toEqual(new Date(61_000));
});
