import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAsTyped } from './format-line.ts';

const atEnd = (text: string) => formatAsTyped(text, text.length).text;

describe('a number as it is typed', () => {
  it.each([
    ['5', '5'],
    ['510', '510'],
    ['5105', '(510) 5'],
    ['510555', '(510) 555'],
    ['5105550', '(510) 555-0'],
    ['5105550199', '(510) 555-0199'],
    ['15105550199', '(510) 555-0199'],
    ['+1 510.555.0199', '(510) 555-0199'],
    ['510-555-0199', '(510) 555-0199'],
    ['(510) 555-0199', '(510) 555-0199'],
  ])('%s is written %s', (typed, expected) => {
    expect(atEnd(typed)).toBe(expected);
  });

  it.each([
    '+44 20 7946 0018',
    '020 7946 0018',
    '0061 2 5550 1234',
    '51055501990',
    '510 555 0199 ext 4',
    '1-800-FLOWERS',
  ])('%s stays as it is', (typed) => {
    expect(atEnd(typed)).toBe(typed);
  });

  it('keeps its caret between the same two digits', () => {
    expect(formatAsTyped('5105550', 3)).toEqual({ text: '(510) 555-0', caret: 4 });
    expect(formatAsTyped('(510) 5559-0199', 10)).toEqual({ text: '(510) 5559-0199', caret: 10 });
  });

  it('never loses or adds a digit, and writing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9() .+-]{0,16}$/), fc.nat(16), (typed, at) => {
        const caret = Math.min(at, typed.length);
        const { text, caret: after } = formatAsTyped(typed, caret);
        const digits = (each: string) => each.replace(/\D/g, '').replace(/^1(?=\d{3})/, '');
        expect(digits(text)).toBe(digits(typed));
        expect(atEnd(text)).toBe(text);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
