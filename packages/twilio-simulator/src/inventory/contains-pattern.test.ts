import { describe, expect, it } from 'vitest';
import { readContainsPattern } from './contains-pattern.ts';

const NUMBER = '+14154212665';

describe('a Contains pattern', () => {
  it.each([
    ['421', true],
    ['+1415', true],
    ['+415', false],
    ['2665$', true],
    ['421$', false],
    ['COOL', true],
    ['cool$', true],
    ['+1415%', true],
    ['%2665', true],
    ['*421*', true],
    ['+14154212665$', true],
    ['+1415421266*', true],
    ['2665*', false],
    ['999', false],
  ])('%s: %s', (pattern, expected) => {
    const read = readContainsPattern(pattern);
    expect(read.ok && read.matches(NUMBER)).toBe(expected);
    expect(read.ok).toBe(true);
  });

  it.each([
    ['1', 'long'],
    ['1'.repeat(17), 'long'],
    ['41 5', 'digits'],
    ['41é', 'digits'],
    ['*%41', 'side by side'],
    ['41**', 'side by side'],
    ['*4*', 'two characters'],
    ['4+15', 'first'],
    ['4$15', 'last'],
    ['4*15', 'between'],
  ])('%s is refused, with the reason', (pattern, reason) => {
    const read = readContainsPattern(pattern);
    expect(read.ok ? '' : read.reason).toContain(reason);
  });
});
