import type { Money } from './money.ts';

/**
 * Body of `POST claim-number`. Name one of the three.
 *
 * @public
 */
export interface ClaimNumberRequest {
  /** Three digits. */
  readonly areaCode?: string;
  /** A place as a person types it (`Oakland, CA`), or a point in degrees. */
  readonly near?: string | { readonly latitude: number; readonly longitude: number };
  /** E.164: exactly this number, which a search showed as `ready`. */
  readonly phoneNumber?: string;
}

/**
 * Body of `POST admin/prebuy-numbers`; each field may also be written in snake case (`area_codes`).
 *
 * @public
 */
export interface PrebuyNumbersRequest {
  /** Three digits each. */
  readonly areaCodes: readonly string[];
  /** How many numbers the pool is to hold in each; those it holds already count. */
  readonly countPerArea: number;
  /** Only tells the bill. */
  readonly dryRun?: boolean;
}

/**
 * Answer of `POST admin/prebuy-numbers`.
 *
 * @public
 */
export interface PrebuyNumbersResponse {
  readonly dryRun: boolean;
  /** What was to be bought when the run began. */
  readonly planned: {
    readonly numbers: number;
    /** Monthly cost, one entry per currency; numbers of unknown price left out. */
    readonly monthlyCost: readonly Money[];
  };
  readonly bought: number;
  readonly monthlyCost: readonly Money[];
  readonly areas: readonly PrebuyAreaResult[];
}

/**
 * What became of one area code.
 *
 * @public
 */
export interface PrebuyAreaResult {
  readonly areaCode: string;
  readonly target: number;
  /** In the pool now. */
  readonly pooled: number;
  /** Still open. */
  readonly buying: number;
  /** Bought by this request. */
  readonly bought: number;
  /** Why the target was not reached: a problem code, or `sold-out`; else null. */
  readonly problem: string | null;
}

/**
 * Answer of `GET admin/pool`.
 *
 * @public
 */
export interface PoolResponse {
  readonly areas: readonly PoolArea[];
  readonly pooled: number;
  readonly buying: number;
  /** What idle stock costs a month, one entry per currency. */
  readonly monthlyCost: readonly Money[];
  readonly idleAtRisk: number;
  /** How many days of demand `claims` and `misses` count. */
  readonly windowDays: number;
}

/**
 * One area code of the pool.
 *
 * @public
 */
export interface PoolArea {
  readonly areaCode: string;
  readonly pooled: number;
  readonly buying: number;
  /** What should be held; null when nothing says so. */
  readonly target: number | null;
  /** Claims served. */
  readonly claims: number;
  /** Claims that found it empty, and numbers bought live instead. */
  readonly misses: number;
  readonly monthlyCost: readonly Money[];
  /** ISO 8601: when the number that waits longest was bought. */
  readonly oldest: string | null;
  /** Numbers that the carrier may soon take back because nobody rings them. */
  readonly idleAtRisk: number;
}
