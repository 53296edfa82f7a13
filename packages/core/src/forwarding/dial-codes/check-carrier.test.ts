import { describe, expect, it } from 'vitest';
import { checkCarrier } from './index.ts';

const way = { kind: 'dial', on: '*72{number}', off: '*73' };
const line = {
  kind: 'mobile',
  network: 'cdma',
  confidence: 'reported',
  sources: ['https://example.com/codes'],
  checkedOn: '2026-11-22',
  ways: { all: [way] },
};
const carrier = { id: 'us-acme', name: 'Acme', country: 'US', aliases: [], lines: [line] };

const withLine = (change: object) => ({ ...carrier, lines: [{ ...line, ...change }] });
const withWay = (change: object) => withLine({ ways: { all: [{ ...way, ...change }] } });

describe('checkCarrier', () => {
  it('finds nothing wrong with an entry that is right', () => {
    expect(checkCarrier(carrier)).toEqual([]);
    expect(
      checkCarrier(withWay({ ringTime: { on: '*92{number}*{seconds}', least: 5, most: 30, step: 5 } })),
    ).toEqual([]);
    expect(checkCarrier({ ...carrier, id: 'any', country: null, standard: true })).toEqual([]);
  });

  it.each([
    ['no object', 'acme', 'entry must be an object'],
    ['a name left out', { ...carrier, name: undefined }, 'name is missing'],
    ['a field nobody knows', { ...carrier, colour: 'red' }, 'colour is not a field'],
    ['an id in capitals', { ...carrier, id: 'US-Acme' }, 'id must be kebab-case'],
    ['an id of another country', { ...carrier, id: 'ca-acme' }, 'id must begin with us-'],
    ['a carrier of no country', { ...carrier, country: null }, 'country may be null for a standard only'],
    ['no lines', { ...carrier, lines: [] }, 'lines must be a list'],
    ['two lines of a kind', { ...carrier, lines: [line, line] }, 'lines[1].kind is there twice'],
    ['no source', withLine({ sources: [] }), 'lines[0].sources must be a list of 1 or more'],
    [
      'a source that is no address',
      withLine({ sources: ['a friend'] }),
      'lines[0].sources has an element that must be an address',
    ],
    [
      'a day that is none',
      withLine({ checkedOn: 'today' }),
      'lines[0].checkedOn must be a day such as 2026-11-22',
    ],
    [
      'a condition that is none',
      withLine({ ways: { never: [way] } }),
      /^lines\[0\]\.ways must have one or more of/,
    ],
    [
      'a condition without ways',
      withLine({ ways: { all: [] } }),
      'lines[0].ways.all must be a list of one or more',
    ],
    [
      'a way of no kind',
      withWay({ kind: 'shout' }),
      'lines[0].ways.all[0].kind must be one of dial, settings, ask-carrier',
    ],
    [
      'a code without a number',
      withWay({ on: '*72' }),
      'lines[0].ways.all[0].on must have {number} 1 times and {seconds} 0 times',
    ],
    [
      'a code with letters',
      withWay({ on: '*72N' }),
      'lines[0].ways.all[0].on must be made of 0-9 * # , {number} {seconds}',
    ],
    [
      'a cancel code with a number',
      withWay({ off: '*73{number}' }),
      'lines[0].ways.all[0].off must have {number} 0 times and {seconds} 0 times',
    ],
    [
      'a ring time without seconds',
      withWay({ ringTime: { on: '*92{number}', least: 5, most: 30, step: 5 } }),
      'lines[0].ways.all[0].ringTime.on must have {number} 1 times and {seconds} 1 times',
    ],
    [
      'the same code twice',
      withLine({ ways: { all: [way, way] } }),
      'lines[0].ways.all[1].on is there twice',
    ],
  ])('finds %s', (_what, entry, problem) => {
    expect(checkCarrier(entry)).toEqual([
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    ]);
  });
});
