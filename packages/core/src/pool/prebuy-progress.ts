import type { Money } from '@numberkit/contract';

/** An order for the pool. */
export interface PrebuyRequest {
  /** Three digits each, US or Canada, local numbers. */
  readonly areaCodes: readonly string[];
  /** How many numbers the pool is to hold in each of them: those it holds already count. 1 to 500. */
  readonly countPerArea: number;
  /** Tells the bill and buys nothing. */
  readonly dryRun?: boolean;
}

/** The bill of one area code before anything is bought. */
export interface AreaBill {
  readonly areaCode: string;
  /** How many the pool is to hold. */
  readonly target: number;
  readonly pooled: number;
  /** Intended for the pool, outcome open. */
  readonly buying: number;
  /** How many are to be bought. */
  readonly missing: number;
  /** Monthly price of one; null when the carrier did not tell. */
  readonly monthlyPrice: Money | null;
}

/** What became of one area code. */
export interface AreaResult {
  readonly areaCode: string;
  readonly target: number;
  /** In the pool now. */
  readonly pooled: number;
  /** Still open: the sweep `settle-operations` finds out. */
  readonly buying: number;
  /** Bought by this run. */
  readonly bought: number;
  /** Why the target was not reached: an error code of ours, `sold-out` when the carrier has no more; else null. */
  readonly problem: string | null;
}

/** The whole run. */
export interface PrebuySummary {
  readonly dryRun: boolean;
  readonly areas: readonly AreaResult[];
  readonly bought: number;
  /** Monthly cost of what this run bought, one entry per currency; numbers of unknown price left out. */
  readonly monthlyCost: readonly Money[];
}

/** One step of a run, in the order in which they happen. */
export type PrebuyStep =
  /** First of all: the bill. `monthlyCost` leaves out numbers of unknown price. */
  | { readonly kind: 'planned'; readonly areas: readonly AreaBill[]; readonly monthlyCost: readonly Money[] }
  /** A number more is in the pool. */
  | {
      readonly kind: 'bought';
      readonly areaCode: string;
      readonly numberId: string;
      /** Bought by this run in this area code. */
      readonly bought: number;
      readonly target: number;
    }
  /** The carrier gave no clear answer; the number counts as held until that is settled. */
  | { readonly kind: 'pending'; readonly areaCode: string; readonly numberId: string }
  /** The carrier refused one number; the next one is tried. */
  | { readonly kind: 'refused'; readonly areaCode: string; readonly failure: string }
  /** Enough is held or on its way; waits for what another process, or an earlier one, has begun. */
  | { readonly kind: 'waiting'; readonly areaCode: string; readonly buying: number }
  /** One area code is through. */
  | { readonly kind: 'area'; readonly result: AreaResult }
  /** Last of all. */
  | { readonly kind: 'finished'; readonly summary: PrebuySummary };

/**
 * A run of {@link PrebuyStep}s. It advances only while it is read: nothing is bought before the first step is asked
 * for, and breaking off stops after the purchase under way. Calling again later goes on where it stopped.
 */
export interface PrebuyRun extends AsyncIterable<PrebuyStep> {
  /** Reads the run to its end. */
  summary(): Promise<PrebuySummary>;
}

/** A run from its steps. */
export function prebuyRun(steps: AsyncGenerator<PrebuyStep, void>): PrebuyRun {
  return {
    [Symbol.asyncIterator]: () => steps,
    async summary() {
      for await (const step of steps) if (step.kind === 'finished') return step.summary;
      throw new Error('the run was read to its end, or broken off, before its summary was asked for');
    },
  };
}
