import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import { createIds } from './ids.ts';

test('an id carries its prefix and 26 characters that survive being read aloud', () => {
  expect(createIds(systemClock)('num')).toMatch(/^num_[0-9a-hjkmnp-tv-z]{26}$/);
});

test('ids sort by the time they were made', () => {
  let time = Date.UTC(2026, 10, 22);
  const ids = createIds({ now: () => new Date(time), sleep: async () => undefined });
  const made = Array.from({ length: 50 }, () => {
    time += 1;
    return ids('op');
  });
  expect([...made].sort()).toEqual(made);
});

test('ten thousand ids of one millisecond are all different and sorted', () => {
  const ids = createIds({ now: () => new Date(0), sleep: async () => undefined });
  const made = Array.from({ length: 10_000 }, () => ids('trl'));
  expect(new Set(made).size).toBe(10_000);
  expect([...made].sort()).toEqual(made);
});

test('ids stay sorted when the random part runs over or the clock goes back', () => {
  const times = [5, 5, 5, 3, 6];
  const ids = createIds({ now: () => new Date(times.shift() ?? 7), sleep: async () => undefined }, (size) =>
    new Uint8Array(size).fill(0xff),
  );
  const made = Array.from({ length: 5 }, () => ids('op'));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(5);
});

test('every bit of the random bytes reaches the id', () => {
  const clock = { now: () => new Date(0), sleep: async () => undefined };
  const made = new Set<string>();
  for (let bit = 0; bit < 80; bit += 1) {
    const bytes = new Uint8Array(10);
    bytes[bit >> 3] = 1 << (bit & 7);
    made.add(createIds(clock, () => bytes)('num'));
  }
  expect(made.size).toBe(80);
});
