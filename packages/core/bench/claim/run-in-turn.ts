import { median, percentile, type Round } from './run-round.ts';

/** Somebody whose rounds are measured. */
export interface Entrant {
  readonly name: string;
  /** @param round from 0, which warms up. */
  run(round: number): Promise<Round>;
}

/** What all rounds of one entrant came to. */
export interface MeasuredRounds {
  readonly name: string;
  /** In the round with the fewest. */
  readonly claimed: number;
  /** Of all rounds. */
  readonly duplicates: number;
  /** Median of the rounds. */
  readonly perSecond: number;
  /** Of all claims of all rounds, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The p99 of each round, in the order of the rounds: how much the machine's other work weighs. */
  readonly p99OfRounds: readonly number[];
}

/** Alternates round by round, so that what else the machine does meets all; who begins changes from round to round. */
export async function runInTurn(
  rounds: number,
  entrants: readonly Entrant[],
): Promise<readonly MeasuredRounds[]> {
  const done = new Map<Entrant, Round[]>(entrants.map((each) => [each, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const entrant of round % 2 === 0 ? entrants : [...entrants].reverse()) {
      const result = await entrant.run(round);
      // The first round warms up and is not counted.
      if (round > 0) done.get(entrant)?.push(result);
    }
  }
  return entrants.map(({ name }, place) => sumUp(name, [...done.values()][place] ?? []));
}

function sumUp(name: string, rounds: readonly Round[]): MeasuredRounds {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  return {
    name,
    claimed: Math.min(...rounds.map(({ claimed }) => claimed)),
    duplicates: rounds.reduce((sum, { duplicates }) => sum + duplicates, 0),
    perSecond: Math.round(median(rounds.map(({ perSecond }) => perSecond))),
    p50: Number(percentile(latencies, 0.5).toFixed(2)),
    p99: Number(percentile(latencies, 0.99).toFixed(2)),
    p99OfRounds: rounds.map((round) => Number(percentile(round.latencies, 0.99).toFixed(2))),
  };
}
