import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field, parseForm, parseJsonFields, wholeNumberField } from './form.ts';

describe('parseForm', () => {
  it('keeps every value of a repeated name, in order', () => {
    expect(parseForm('A=1&B=2&A=0').get('A')).toEqual(['1', '0']);
  });

  it('reads a plus as a space and an escaped plus as a plus', () => {
    const fields = parseForm('From=%2B14155550100&Name=Bean+Scene');
    expect(field(fields, 'From')).toBe('+14155550100');
    expect(field(fields, 'Name')).toBe('Bean Scene');
  });

  it('keeps names without a value and values with an equals sign', () => {
    const fields = parseForm('Empty&Query=a=b&&');
    expect([...fields]).toEqual([
      ['Empty', ''],
      ['Query', 'a=b'],
    ]);
  });

  it('reads any text as the platform does, malformed escapes included', () => {
    const piece = fc.constantFrom('a', '%', '%2', '%zz', '%E2%82%AC', '%FF', '+', '=', '&', 'é', "'", '%26');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const flat = [...parseForm(text)].flatMap(([name, values]) =>
          [values].flat().map((value) => [name, value]),
        );
        const expected = [...new URLSearchParams(text)];
        expect(flat.sort()).toEqual(expected.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('takes names of object internals as ordinary names', () => {
    expect(field(parseForm('__proto__=x&constructor=y'), '__proto__')).toBe('x');
    expect(field(parseForm('To=1'), 'toString')).toBeUndefined();
  });
});

describe('parseJsonFields', () => {
  it('takes strings, numbers and booleans of the top level', () => {
    const fields = parseJsonFields('{"To":"+1","n":2,"b":true,"o":{"To":"x"},"z":null}');
    expect(Object.fromEntries(fields ?? [])).toEqual({ To: '+1', n: '2', b: 'true' });
  });

  it.each(['', '[]', 'null', '"To"', '{'])('refuses %j', (text) => {
    expect(parseJsonFields(text)).toBeUndefined();
  });
});

describe('field', () => {
  it('treats an empty parameter as an absent one, as Twilio does', () => {
    expect(field(parseForm('FromCity='), 'FromCity')).toBeUndefined();
  });
});

describe('wholeNumberField', () => {
  it.each([
    ['12', 12],
    ['0', 0],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e3', undefined],
    ['', undefined],
  ])('reads %j as %s', (text, expected) => {
    expect(wholeNumberField(parseForm(`n=${text}`), 'n')).toBe(expected);
  });
});
