import { expect, test } from 'vitest';
import { cautionAboutGhosts } from './caution.ts';

test('a few missing numbers are marked lost, however few we have', () => {
  expect(cautionAboutGhosts(3, 1)).toBeNull();
  expect(cautionAboutGhosts(1, 1)).toBeNull();
  expect(cautionAboutGhosts(25, 20)).toBeNull();
  expect(cautionAboutGhosts(5_000, 400)).toBeNull();
});

test('an account that has none of ours, or lacks a tenth of many, is the wrong account', () => {
  expect(cautionAboutGhosts(2, 2)).toContain('right credentials');
  expect(cautionAboutGhosts(100, 21)).toContain('21 of our 100');
});
