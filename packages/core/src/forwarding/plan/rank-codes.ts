import type { CodeStats } from '@numberkit/contract';

/** Fewer tests than that, over all codes of one condition, do not change the order of the data. */
const ENOUGH = 10;

/** As if each code had been tried so often before, and done as well as its place in the data promises. */
const EARLIER = 5;

/**
 * The places of the codes, best first, by what our own tests say about them. Few tests of a code move it little: each
 * begins with a share of success that falls from place to place, and its tests are added to that.
 * @param stats of these codes alone: of one carrier, one kind of line and one condition
 */
export function rankCodes(
  codes: readonly string[],
  stats: readonly Pick<CodeStats, 'code' | 'verified' | 'failed'>[],
): readonly number[] {
  const places = codes.map((_code, place) => place);
  const tests = codes.map((code) => sum(stats.filter((one) => one.code === code)));
  if (tests.reduce((total, one) => total + one.verified + one.failed, 0) < ENOUGH) return places;
  const shares = tests.map(({ verified, failed }, place) => {
    const expected = 0.6 - Math.min(place, 5) * 0.05;
    return (verified + expected * EARLIER) / (verified + failed + EARLIER);
  });
  return places.toSorted((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || a - b);
}

function sum(stats: readonly Pick<CodeStats, 'verified' | 'failed'>[]) {
  let verified = 0;
  let failed = 0;
  for (const one of stats) {
    verified += one.verified;
    failed += one.failed;
  }
  return { verified, failed };
}
