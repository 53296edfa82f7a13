import { describe, expect, it } from 'vitest';
import { problemWithPattern } from '../../carrier/twilio/index.ts';
import { readPattern } from './pattern.ts';

describe('readPattern', () => {
  it.each([
    ['COOL', { text: 'COOL', place: 'anywhere', contains: '2665' }],
    ['cool', { text: 'COOL', place: 'anywhere', contains: '2665' }],
    ['555-COOL', { text: '555COOL', place: 'anywhere', contains: '5552665' }],
    ['0000$', { text: '0000', place: 'end', contains: '0000$' }],
    ['+1510', { text: '510', place: 'start', contains: '+1510' }],
    ['+510', { text: '510', place: 'start', contains: '+1510' }],
    ['+1 (510) 555-0142', { text: '5105550142', place: 'start', contains: '+15105550142' }],
    ['1 510 555 0142', { text: '5105550142', place: 'anywhere', contains: '5105550142' }],
    ['*777*', { text: '777', place: 'anywhere', contains: '777' }],
    ['1234', { text: '1234', place: 'anywhere', contains: '1234' }],
  ])('reads %j', (asked, pattern) => {
    expect(readPattern(asked)).toEqual(pattern);
  });

  it('asks the carrier only for patterns that Twilio allows', () => {
    for (const asked of ['COOL', '0000$', '+1510', '+1 (510) 555-0142', 'ABCDEFGHIJ$', '+1ABCDEFGHIJ$']) {
      const pattern = readPattern(asked);
      expect('contains' in pattern && problemWithPattern(pattern.contains), asked).toBeUndefined();
    }
  });

  it.each(['', '5', 'é55', '5#5', '5*5', 'A'.repeat(12), '$', '+'])('refuses %j with a reason', (asked) => {
    expect(readPattern(asked)).toHaveProperty('reason');
  });
});
