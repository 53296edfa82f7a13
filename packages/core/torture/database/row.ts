import type { NumberRecord } from '../../src/numbers/index.ts';

/** An operation, as far as it is checked. */
export interface OperationRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  /** Empty for the pool's own. */
  readonly tenant_id: string;
  /** Keyed hash of the idempotency key; equal keys have equal ones. */
  readonly idempotency_index: string;
  readonly attempt: number;
  readonly number_id: string;
  readonly limit_window: string;
  readonly calls: number;
}

/** A line of the trail. */
export interface TrailRow {
  readonly id: string;
  readonly event: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly tenant_id: string | null;
  readonly number_id: string | null;
  readonly operation_id: string | null;
  readonly reason: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One counter of the limits. */
export interface LimitRow {
  readonly limit_key: string;
  readonly limit_window: string;
  readonly used: number;
}

/** A claim on the pool, served or not. */
export interface ClaimRow {
  readonly tenant_id: string;
  /** Null when the key is a purchase's. */
  readonly idempotency_index: string | null;
  readonly number_id: string | null;
  readonly created_at: string;
}

/** All that our side knows. */
export interface Records {
  readonly numbers: readonly NumberRecord[];
  readonly operations: readonly OperationRow[];
  readonly trail: readonly TrailRow[];
  readonly limits: readonly LimitRow[];
  readonly claims: readonly ClaimRow[];
}
