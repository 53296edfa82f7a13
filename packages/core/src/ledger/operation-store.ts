import type { Money } from '@numberkit/contract';

/** Kinds of money-moving carrier calls. */
export type OperationKind = 'buy-number' | 'release-number';

/**
 * `intended`: committed before the carrier is called; the call may be under way.
 * `unknown`: called, no clear answer; the carrier must be asked.
 * `done` and `refused`: settled, final.
 */
export type OperationState = 'intended' | 'unknown' | 'done' | 'refused';

/** One intended, money-moving carrier call and its outcome. */
export interface Operation {
  /** `op_…`; also the tag that the carrier keeps with the number. */
  readonly id: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
  /** Null when no tenant is concerned: the pool's own. */
  readonly tenantId: string | null;
  /** The host's key for the whole intent; candidates of one intent share it and differ in `attempt`. */
  readonly idempotencyKey: string;
  /** 1 for the number asked for, 2 for the first alternative, and so on. */
  readonly attempt: number;
  /** Keyed hash of the request, to tell "the same again" from "same key, other request". */
  readonly fingerprint: string;
  readonly numberId: string;
  /** Candidates (E.164) not yet tried. Encrypted at rest. */
  readonly alternatives: readonly string[];
  /** Monthly price at the time of the intent, null when the carrier did not tell. */
  readonly price: Money | null;
  /** Limit window the intent was counted in, such as `2026-11-22`. */
  readonly limitWindow: string;
  /** How often the carrier was called for it. */
  readonly calls: number;
  /** Until then one process works on it; afterwards a sweep may take it over. */
  readonly leaseUntil: Date;
  /** Why it was refused: an error code of ours. */
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What an update may change. */
export type OperationChange = Partial<Pick<Operation, 'state' | 'calls' | 'leaseUntil' | 'failure'>>;

/** PORT: the ledger's records. */
export interface OperationStore {
  /**
   * Inserts the operation unless its intent (tenantId, kind, idempotencyKey) has one for the same attempt, or one for
   * any attempt that is not refused; says whether it did. Operations without a tenant share one space of keys.
   * Race: unique constraints with ON CONFLICT DO NOTHING; of many callers exactly one gets `true`.
   */
  insert(operation: Operation): Promise<boolean>;
  get(operationId: string): Promise<Operation | undefined>;
  /** The operation of the intent with the highest attempt. */
  latest(
    tenantId: string | null,
    kind: OperationKind,
    idempotencyKey: string,
  ): Promise<Operation | undefined>;
  /** The newest operation of this kind on this number; the one that bought (or tries to buy) it, unless told. */
  ofNumber(numberId: string, kind?: OperationKind): Promise<Operation | undefined>;
  /**
   * Changes the operation if it is still in one of the `from` states; says whether it did.
   * Race: one conditional UPDATE; of two settlers exactly one gets `true`.
   */
  move(
    operationId: string,
    from: readonly OperationState[],
    change: OperationChange,
    now: Date,
  ): Promise<boolean>;
  /**
   * Takes over unsettled operations whose lease has run out, oldest first, and leases them until `leaseUntil`.
   * Race: each operation goes to exactly one caller (PostgreSQL: FOR UPDATE SKIP LOCKED; SQLite: one
   * UPDATE … RETURNING).
   */
  claimDue(now: Date, leaseUntil: Date, limit: number): Promise<readonly Operation[]>;
}
