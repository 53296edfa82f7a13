import { expect, test } from 'vitest';
import { countingIds } from './counting-ids.ts';

test('counting ids are unique over all prefixes and sort by the order they were made in', () => {
  const ids = countingIds();
  expect(ids('num')).toBe('num_00000000000000000000000001');
  const made = Array.from({ length: 20 }, () => ids('op'));
  expect(new Set(made).size).toBe(20);
  expect([...made].sort()).toEqual(made);
  expect(made[0]).toBe('op_00000000000000000000000002');
});
