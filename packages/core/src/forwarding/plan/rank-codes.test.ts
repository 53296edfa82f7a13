import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCodes } from './index.ts';

const CODES = ['*21*{number}#', '**21*{number}#', '*72{number}'];
const did = (place: number, verified: number, failed: number) => ({
  code: CODES[place] ?? '',
  verified,
  failed,
});

describe('rankCodes', () => {
  it.each([
    ['nothing was tested', [], [0, 1, 2]],
    ['too little was tested', [did(0, 0, 5), did(1, 4, 0)], [0, 1, 2]],
    ['the first fails and the second works', [did(0, 1, 9), did(1, 9, 1)], [1, 2, 0]],
    ['only the last works', [did(0, 0, 10), did(1, 0, 10), did(2, 10, 0)], [2, 0, 1]],
    ['the first does well and the second was lucky once', [did(0, 40, 5), did(1, 1, 0)], [0, 1, 2]],
    ['all do alike', [did(0, 5, 5), did(1, 5, 5), did(2, 5, 5)], [0, 1, 2]],
    ['another code was tested', [{ code: '*99', verified: 0, failed: 50 }], [0, 1, 2]],
  ])('orders them when %s', (_when, stats, order) => {
    expect(rankCodes(CODES, stats)).toEqual(order);
  });

  it('loses no code and invents none, whatever the tests say', () => {
    const stat = fc.record({
      code: fc.constantFrom(...CODES, '*99'),
      verified: fc.nat(50),
      failed: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(stat), (stats) => {
        expect(rankCodes(CODES, stats).toSorted()).toEqual([0, 1, 2]);
      }),
    );
  });

  it('never puts a code lower because it did better', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), (a, b, c, d) => {
        const before = rankCodes(CODES, [did(0, a, b + 10), did(1, c, d)]).indexOf(1);
        const after = rankCodes(CODES, [did(0, a, b + 10), did(1, c + 1, d)]).indexOf(1);
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });
});
