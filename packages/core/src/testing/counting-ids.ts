import type { Ids } from '../ids.ts';

const DIGITS = 26;

/**
 * Ids for tests: `num_` and 26 digits that count up, one count over all prefixes, so that ids sort by the order
 * they were made in and a test can foretell them.
 *
 * @example
 * const ids = countingIds();
 * ids('num'); // 'num_00000000000000000000000001'
 */
export function countingIds(): Ids {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}_${String(count).padStart(DIGITS, '0')}`;
  };
}
