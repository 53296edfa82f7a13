import type { Violation, World } from '../check/violation.ts';
import type { Told } from './journal.ts';
import type { RoundRun } from './run-round.ts';

/** What a run did and what it found, as one line of JSON tells it. */
export interface TortureResult {
  readonly engine: string;
  readonly seed: number;
  /** Rounds that were run; fewer than asked for when one found something. */
  readonly rounds: number;
  /** Hosts killed in the middle of at least one action. */
  readonly kills: number;
  /** Requests to the carrier that a fault struck. */
  readonly faults: number;
  /** Actions that clients asked for. */
  readonly actions: number;
  /** Actions whose host died first. */
  readonly unanswered: number;
  /** Numbers that the carrier sold to us. */
  readonly purchases: number;
  /** Numbers given to a tenant from the pool. */
  readonly claims: number;
  readonly releases: number;
  readonly transfers: number;
  /** Numbers taken back from a tenant at the end of a grace period. */
  readonly reclaims: number;
  readonly double: number;
  readonly lost: number;
  readonly leaked: number;
  readonly stuck: number;
  readonly ms: number;
}

/** Counts over the rounds. */
export interface Tally {
  add(run: RoundRun, violations: readonly Violation[], world: World): void;
  result(told: readonly Told[]): TortureResult;
}

export function createTally(engine: string, seed: number): Tally {
  const began = Date.now();
  const sums = { rounds: 0, kills: 0, faults: 0 };
  const found = { double: 0, lost: 0, leaked: 0, stuck: 0 };
  let events = new Map<string, number>();
  let claims = 0;
  const count = (event: string) => events.get(event) ?? 0;
  return {
    add(run, violations, { records }) {
      sums.rounds += 1;
      sums.kills += run.kills;
      sums.faults += run.faults;
      for (const { kind } of violations) found[kind] += 1;
      events = new Map();
      claims = records.trail.filter(
        ({ event, data }) => event === 'number.activated' && data.from === 'pool',
      ).length;
      for (const { event } of records.trail) events.set(event, count(event) + 1);
    },
    result: (told) => ({
      engine,
      seed,
      ...sums,
      actions: told.length,
      unanswered: told.filter(({ answer }) => answer.outcome === 'lost').length,
      purchases: count('number.purchased'),
      claims,
      releases: count('number.released'),
      // One line for each of the two tenants.
      transfers: count('number.transferred') / 2,
      reclaims: count('number.rested'),
      ...found,
      ms: Date.now() - began,
    }),
  };
}
