import type { Actor, TrailEntry } from '../../activity/index.ts';
import type { NumberType } from '../../carrier/index.ts';
import type { Bound } from '../../guard/index.ts';
import type { NumberRecord } from '../number-store.ts';

/** Which pooled number to take: the one that has waited longest in an area code, or exactly one. */
export type PooledChoice = { readonly areaCode: string } | { readonly numberId: string };

/** Which pooled numbers to look at; each list bounds, an absent one does not. */
export interface PooledQuery {
  /** Any of these. */
  readonly areaCodes?: readonly string[];
  readonly type: NumberType;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly limit: number;
}

/** One claim on the pool, served or not: the memory of its key, and what the demand is planned from. */
export interface ClaimRecord {
  /** `clm_…` */
  readonly id: string;
  readonly tenantId: string;
  /** Null when the key is kept elsewhere (a purchase that met a pooled number), or nothing was given. Hashed at rest. */
  readonly idempotencyKey: string | null;
  /** Keyed hash of the request, to tell "the same again" from "same key, other request". */
  readonly fingerprint: string;
  /** The area code that was wanted. */
  readonly askedAreaCode: string | null;
  /** The number given; null when there was none. */
  readonly numberId: string | null;
  /** Area code of the number given. */
  readonly givenAreaCode: string | null;
  readonly createdAt: Date;
}

/** A whole claim, for an engine that can do it in one step. */
export interface ClaimAtOnce {
  readonly areaCode: string;
  /** Without what the number tells. */
  readonly record: Omit<ClaimRecord, 'numberId' | 'givenAreaCode'>;
  /** Taken from, all of them. */
  readonly bounds: readonly Bound[];
  readonly actor: Actor;
  /** Lines for the trail; tenant and number are filled in. */
  readonly trail: readonly Pick<TrailEntry, 'id' | 'event' | 'reason' | 'data'>[];
}

/** What the pool holds in one area code. */
export interface AreaStock {
  readonly areaCode: string;
  /** Ready to be claimed. */
  readonly pooled: number;
  /** Intended for the pool, outcome open. */
  readonly buying: number;
  /** Monthly cost of the pooled ones in micros, by currency; those of unknown price left out. */
  readonly monthlyMicros: Readonly<Record<string, number>>;
  /** When the one that waits longest was bought. */
  readonly oldest: Date | null;
}

/** What was wanted of one area code in a period. */
export interface AreaDemand {
  readonly areaCode: string;
  /** Claims served from it. */
  readonly claims: number;
  /** Claims that found it empty, and live purchases there: what the pool could have served. */
  readonly misses: number;
}

/** PORT: the numbers that nobody owns, and the claims on them. */
export interface PooledStore {
  /**
   * Gives one pooled number to the tenant: pooled -> assigned, activated `now`. `undefined` when there is none.
   * Race: exactly one caller gets a number; rows that another caller is just taking are skipped, not waited for
   * (PostgreSQL: FOR UPDATE SKIP LOCKED; SQLite: one UPDATE … RETURNING). A row skipped because of a claim that is
   * then rolled back counts as not there.
   */
  claim(choice: PooledChoice, tenantId: string, now: Date): Promise<NumberRecord | undefined>;
  /**
   * The same with everything that belongs to it (the claim's record, the limits, the trail), in one round trip instead
   * of eight; all of it is done, or nothing. Optional: an engine without it is spoken to verb by verb, in one
   * transaction. `none`: the area code is empty. `undecided`: the key was used or a limit is reached; the transaction
   * verb by verb tells which. Not inside a transaction. Race: as `claim`, `insertClaim` and `take` of the limits.
   */
  claimAtOnce?(claim: ClaimAtOnce): Promise<NumberRecord | 'none' | 'undecided'>;
  /**
   * Locks this area code's share of the pool until the transaction ends, and tells how many numbers it holds or is
   * buying. Only in a transaction. Race: a second caller waits, and then counts what the first one inserted.
   */
  lockArea(areaCode: string): Promise<number>;
  /** Pooled numbers, those that have waited longest first. */
  list(query: PooledQuery): Promise<readonly NumberRecord[]>;
  /** What is held, by area code in ascending order. */
  stock(): Promise<readonly AreaStock[]>;
  /**
   * Inserts the claim unless this tenant has one of the same key, and says whether it did. Race: unique constraint
   * with ON CONFLICT DO NOTHING; of many callers exactly one gets `true`.
   */
  insertClaim(claim: ClaimRecord): Promise<boolean>;
  findClaim(tenantId: string, idempotencyKey: string): Promise<ClaimRecord | undefined>;
  /** Pooled numbers that were not seen active (or not bought) after `before`, the longest idle first. */
  listIdle(before: Date, limit: number): Promise<readonly NumberRecord[]>;
  /** Lets a number answer its own keep-alive call until then, if it still is pooled; says whether it is. */
  expectCall(numberId: string, until: Date): Promise<boolean>;
  /** Id of the pooled number with this E.164, if it expects its own keep-alive call now. */
  findExpecting(phoneNumber: string, now: Date): Promise<string | undefined>;
  /** Notes that these numbers had calls enough at that time. */
  noteActive(numberIds: readonly string[], at: Date): Promise<void>;
  /** What was wanted since then, by area code in ascending order. */
  demand(since: Date): Promise<readonly AreaDemand[]>;
}
