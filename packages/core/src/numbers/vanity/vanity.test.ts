import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatch, memorability, toKeypadDigits } from './index.ts';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

describe('toKeypadDigits', () => {
  it('presses the keys of every letter', () => {
    expect(toKeypadDigits('abcdefghijklmnopqrstuvwxyz')).toBe('22233344455566677778889999');
    expect(toKeypadDigits('COOL4U')).toBe('266548');
  });
});

describe('findMatch', () => {
  it('shows the letters where they stand', () => {
    expect(findMatch('(510) 555-2665', 'cool')).toEqual({ start: 10, length: 4, spelled: '(510) 555-COOL' });
  });

  it('counts separators inside the match', () => {
    expect(findMatch('(510) 266-5953', 'COOL')).toEqual({ start: 6, length: 5, spelled: '(510) COO-L953' });
  });

  it('prefers the end of the number', () => {
    expect(findMatch('(555) 555-5555', '555')?.start).toBe(11);
  });

  it('heeds where the pattern must stand', () => {
    expect(findMatch('(510) 555-2665', '510', 'start')?.start).toBe(1);
    expect(findMatch('(415) 510-2665', '510', 'start')).toBeNull();
    expect(findMatch('(415) 510-2665', '2665', 'end')?.start).toBe(10);
    expect(findMatch('(415) 266-5510', '2665', 'end')).toBeNull();
  });

  it('leaves the country code out', () => {
    expect(findMatch('+15102665953', '1510')).toBeNull();
  });

  it('finds every piece of a number, and spells what was asked at the place it tells', () => {
    fc.assert(
      fc.property(digits(10), fc.nat(8), fc.integer({ min: 2, max: 10 }), (number, from, length) => {
        const display = `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`;
        const piece = number.slice(from, from + length);
        const match = findMatch(display, piece);
        expect(match?.spelled).toBe(display);
        const shown = display.slice(match?.start, (match?.start ?? 0) + (match?.length ?? 0));
        expect(shown.replace(/\D/g, '')).toBe(piece);
      }),
    );
  });

  it('is nothing for a number that does not have it', () => {
    expect(findMatch('(510) 555-2665', 'PIZZA')).toBeNull();
    expect(findMatch('(510) 555-2665', '')).toBeNull();
  });
});

describe('memorability', () => {
  it('is a whole number from 0 to 100 for every number and word', () => {
    fc.assert(
      fc.property(digits(10), fc.string(), (number, word) => {
        const rank = memorability(`+1${number}`, word);
        expect(Number.isInteger(rank) && rank >= 0 && rank <= 100).toBe(true);
      }),
    );
  });

  it('does not depend on the area code or on how the number is written', () => {
    fc.assert(
      fc.property(digits(3), digits(7), (area, rest) => {
        expect(memorability(`+1${area}${rest}`)).toBe(
          memorability(`(415) ${rest.slice(0, 3)}-${rest.slice(3)}`),
        );
      }),
    );
  });

  it('never falls when more digits at the end are the same', () => {
    fc.assert(
      fc.property(digits(3), fc.constantFrom(...'123456789'), (head, digit) => {
        // Otherwise the shorter run may be part of an echo, such as 299-0299.
        fc.pre(!head.includes(digit));
        const ranks = [2, 3, 4].map((count) =>
          memorability(head + '0274'.slice(0, 4 - count) + digit.repeat(count)),
        );
        expect(ranks[1]).toBeGreaterThanOrEqual(ranks[0] ?? 0);
        expect(ranks[2]).toBeGreaterThanOrEqual(ranks[1] ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('gains with every letter of the word asked for', () => {
    fc.assert(
      fc.property(digits(7), fc.nat(5), (number, letters) => {
        const word = 'A'.repeat(letters);
        expect(memorability(number, `${word}B`)).toBeGreaterThanOrEqual(memorability(number, word));
      }),
    );
  });

  it('orders numbers as people would', () => {
    const falling = ['5555555', '5551234', '5550000', '5552000', '4471212', '4473955', '4473951'];
    const ranks = falling.map((number) => memorability(number));
    expect(ranks[0]).toBe(100);
    expect(ranks.at(-1)).toBeLessThan(10);
    for (const plain of ['4473951', '8362975']) {
      for (const special of falling.slice(0, 5))
        expect(memorability(special)).toBeGreaterThan(memorability(plain));
    }
  });
});
