import type { Money } from '@numberkit/contract';
import type { CallRecord } from './call-record.ts';

/** Which calls to read; newest first. */
export interface CallsQuery {
  readonly tenantId?: string;
  readonly numberId?: string;
  /** Only calls from this moment on. */
  readonly since?: Date;
  /** Only calls before this moment. */
  readonly until?: Date;
  /** 1 to 1000. */
  readonly limit: number;
  /** The next page: only calls older than the one with this sid. */
  readonly before?: string;
}

/** Which usage to sum up. */
export interface UsageQuery {
  /** Without it: each tenant's, and what no tenant had. */
  readonly tenantId?: string;
  /** First month, UTC, `2026-11`. */
  readonly from: string;
  /** Last month, included; default `from`. */
  readonly to?: string;
}

/** What one tenant used in one month (UTC, by when calls started). Both directions; a call still open counts as well. */
export interface MonthUsage {
  /** Null: numbers that were nobody's. */
  readonly tenantId: string | null;
  /** `2026-11` */
  readonly month: string;
  readonly calls: number;
  readonly answered: number;
  readonly seconds: number;
  readonly billedMinutes: number;
  /** Calls that the carrier has not priced yet. */
  readonly unpriced: number;
  /** What the carrier charged for the others, one sum per currency. */
  readonly price: readonly Money[];
}

/** PORT: one row per call. */
export interface CallStore {
  get(callSid: string): Promise<CallRecord | undefined>;
  /**
   * The call, kept from others until the transaction ends, so that what is read may be put back changed.
   * Race: `FOR UPDATE` where the engine has row locks; on SQLite a transaction has the database to itself.
   */
  lock(callSid: string): Promise<CallRecord | undefined>;
  /** Inserts the call unless its sid is there. Race: ON CONFLICT DO NOTHING; of many callers exactly one gets `true`. */
  insert(call: CallRecord): Promise<boolean>;
  /** Replaces the facts of a call that {@link lock} has given. */
  replace(call: CallRecord): Promise<void>;
  /** By `startedAt`, or `recordedAt` where nobody has told the start; newest first. */
  list(query: CallsQuery): Promise<readonly CallRecord[]>;
  /** Ordered by tenant, then month. Months without calls are left out. */
  usage(query: UsageQuery): Promise<readonly MonthUsage[]>;
  /**
   * Notes that this tenant's number has taken a call; says whether that was news. Race: ON CONFLICT DO NOTHING; of
   * many callers exactly one gets `true`.
   */
  noteProven(proof: Proof): Promise<boolean>;
}

/** The first answered call of a number in a tenant's hands. */
export interface Proof {
  readonly numberId: string;
  readonly tenantId: string;
  readonly callSid: string;
  readonly at: Date;
}
