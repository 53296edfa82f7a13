import type { ForwardingBreak, ForwardingCondition, ForwardingStatus, LineKind } from '@numberkit/contract';

/** A way that a line was set up with before, and may still have on. */
export interface EarlierWay {
  readonly carrierId: string | null;
  readonly lineKind: LineKind;
  readonly condition: ForwardingCondition;
  readonly code: string;
}

/** One line of a tenant's that forwards, is to forward, or forwarded once. */
export interface ForwardingRecord {
  /** `fwd_…` */
  readonly id: string;
  readonly tenantId: string;
  /** Where its calls go; null until one is found. */
  readonly numberId: string | null;
  /** How often a number was looked for; part of the key of a purchase, so that a refused one is not asked for again. */
  readonly numberAttempt: number;
  /** E.164. Encrypted at rest; found by blind index. */
  readonly existingLine: string;
  /** ISO 3166 alpha-2, of the line. */
  readonly country: string;
  /** Of the dial codes; null: nobody told. */
  readonly carrierId: string | null;
  readonly lineKind: LineKind;
  readonly condition: ForwardingCondition;
  /** Which of the known ways the tenant is shown, from 0. */
  readonly alternative: number;
  /** The code of that way, without the number; the ways may be ranked anew meanwhile. Null until it is planned. */
  readonly code: string | null;
  /** Ways that the tenant was shown before it chose another. */
  readonly earlierWays: readonly EarlierWay[];
  readonly status: ForwardingStatus;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When a test last showed that it works. */
  readonly verifiedAt: Date | null;
  /** When a test showed that it works no longer, which the next one is to confirm; null when nothing is in doubt. */
  readonly doubtedAt: Date | null;
  /** When it was last to be off. */
  readonly cancelledAt: Date | null;
  /** Only while `broken`. */
  readonly brokenAt: Date | null;
  readonly brokenCause: ForwardingBreak | null;
  /** When the watch has to look at it next; null: never. */
  readonly checkAt: Date | null;
  /** Tests of the watch in a row that showed nothing, or the same break. */
  readonly checks: number;
}

/** What a change may touch. */
export type ForwardingChange = Partial<
  Omit<
    ForwardingRecord,
    'id' | 'tenantId' | 'numberId' | 'existingLine' | 'country' | 'createdAt' | 'updatedAt'
  >
>;

/** PORT: forwardings. A forwarding is live until it is `off`. */
export interface ForwardingStore {
  /**
   * Inserts the forwarding unless the tenant has a live one of this line; says whether it did.
   * Race: unique index over the live ones with ON CONFLICT DO NOTHING; of many callers exactly one gets `true`.
   */
  insert(forwarding: ForwardingRecord): Promise<boolean>;
  get(forwardingId: string): Promise<ForwardingRecord | undefined>;
  /** The tenant's live forwarding of this line. */
  findLive(tenantId: string, existingLine: string): Promise<ForwardingRecord | undefined>;
  /** The live forwarding to this number. Inside a transaction that has moved the number it is the last word. */
  findByNumber(numberId: string): Promise<ForwardingRecord | undefined>;
  /** The live ones, newest first. */
  listByTenant(tenantId: string): Promise<readonly ForwardingRecord[]>;
  /**
   * Gives a forwarding without a number this number, if it is the tenant's (being bought, or taking calls) and no live
   * forwarding has it; says whether it did. Only in a transaction.
   * Race: locks the number's row first (PostgreSQL: FOR UPDATE; on SQLite a transaction has the database to itself), so
   * of many forwardings exactly one gets the number, and a release or transfer comes wholly before or wholly after.
   */
  assign(forwardingId: string, numberId: string, tenantId: string, now: Date): Promise<boolean>;
  /** Takes a number away that was never had (its purchase was refused), if the forwarding still has that one. */
  unassign(forwardingId: string, numberId: string, now: Date): Promise<boolean>;
  /**
   * The number is in the carrier account again, under another row: its live forwarding, if there is one, goes there. Only
   * in the transaction that inserts the row, so that the number is nobody's to claim before.
   */
  follow(fromNumberId: string, toNumberId: string, now: Date): Promise<void>;
  /**
   * The forwarding, kept from others until the transaction ends, so that what is read may be put back changed.
   * Race: `FOR UPDATE` where the engine has row locks; on SQLite a transaction has the database to itself.
   */
  lock(forwardingId: string): Promise<ForwardingRecord | undefined>;
  /** Changes a forwarding that {@link lock} has given. */
  change(forwardingId: string, change: ForwardingChange, now: Date): Promise<void>;
  /**
   * Takes live forwardings that the watch has to look at (`checkAt` at or before `now`), longest overdue first, and puts
   * their `checkAt` off until `nextCheckAt`, so that a watch that dies looks again then.
   * Race: each forwarding goes to exactly one caller (PostgreSQL: FOR UPDATE SKIP LOCKED; SQLite: one UPDATE …
   * RETURNING).
   */
  claimDue(now: Date, nextCheckAt: Date, limit: number): Promise<readonly ForwardingRecord[]>;
  /** Makes the route of the number `attended` until then, unless it is for longer. */
  attend(numberId: string, until: Date): Promise<void>;
  /** Until when the route of the number is `attended`; null: it is not. */
  attendedUntil(numberId: string): Promise<Date | null>;
}
