import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsPattern, problemWithPattern } from './contains-pattern.ts';

describe('problemWithPattern', () => {
  it.each(['555', 'COOL', '+1415', '0000$', '+1415$', '*555', '555%', '*12*', '12', '%ab%'])(
    'allows %s',
    (pattern) => {
      expect(problemWithPattern(pattern)).toBeUndefined();
    },
  );

  it.each([
    ['5', 'characters long'],
    ['12345678901234567', 'characters long'],
    ['5#5', 'Only digits'],
    ['é55', 'Only digits'],
    ['55+', '+ may only stand first'],
    ['5$5', '$ may only stand last'],
    ['5*5', 'Wildcards'],
    ['5%5', 'Wildcards'],
    ['**55', 'side by side'],
    ['+*55', 'side by side'],
    ['55*$', 'side by side'],
    ['*5', 'two digits or letters'],
    ['+5$', 'two digits or letters'],
  ])('refuses %s', (pattern, reason) => {
    expect(problemWithPattern(pattern)).toContain(reason);
  });

  it('never allows what the documented grammar forbids, and forbids nothing else', () => {
    const grammar = /^\+?[*%]?[0-9A-Za-z]{2,}[*%]?\$?$/;
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'09aZ*%+$'), maxLength: 18 }), (pattern) => {
        const allowed =
          pattern.length >= 2 &&
          pattern.length <= 16 &&
          grammar.test(pattern) &&
          !/^\+[*%]|[*%]\$$/.test(pattern);
        expect(problemWithPattern(pattern) === undefined).toBe(allowed);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('containsPattern', () => {
  it('anchors at the start and at the end', () => {
    expect(containsPattern('1415', 'start')).toBe('+1415');
    expect(containsPattern('cool', 'end')).toBe('COOL$');
    expect(containsPattern('555')).toBe('555');
  });

  it('builds only patterns that Twilio allows', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('anywhere', 'start', 'end'), (text, place) => {
        const pattern = containsPattern(text, place);
        expect(pattern === undefined || problemWithPattern(pattern) === undefined).toBe(true);
      }),
    );
  });

  it('has none for text that Twilio cannot search', () => {
    for (const text of ['5', 'ö', '5 5', '', '12345678901234567'])
      expect(containsPattern(text)).toBeUndefined();
  });
});
