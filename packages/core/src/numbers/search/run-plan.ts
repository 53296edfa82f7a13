import type { AvailableNumber, Carrier, CarrierSearch } from '../../carrier/index.ts';

/**
 * Asks one query after the other until there are `enough` of the `wanted` numbers. Answers each of those once, in the
 * order found. A carrier that fails after the first numbers are found ends the search; before that its error is thrown.
 */
export async function runPlan(
  carrier: Pick<Carrier, 'searchNumbers'>,
  plan: readonly CarrierSearch[],
  wanted: (number: AvailableNumber) => boolean,
  enough: number,
): Promise<readonly AvailableNumber[]> {
  const found = new Map<string, AvailableNumber>();
  for (const query of plan) {
    if (found.size >= enough) break;
    try {
      for (const number of await carrier.searchNumbers(query)) {
        if (wanted(number) && !found.has(number.phoneNumber)) found.set(number.phoneNumber, number);
      }
    } catch (error) {
      if (found.size === 0) throw error;
      break;
    }
  }
  return [...found.values()];
}
