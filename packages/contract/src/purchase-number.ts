import type { Money } from './money.ts';

/**
 * Body of `POST purchase-number`; send an `Idempotency-Key` header with it.
 *
 * @public
 */
export interface PurchaseNumberRequest {
  /** E.164, from a search. */
  readonly phoneNumber: string;
  /** Tried in order when the first is taken meanwhile; at most 5. */
  readonly alternatives?: readonly string[];
}

/**
 * Answer of `POST purchase-number` (201 when active, 202 while the outcome is unknown) and of `GET number-status`.
 *
 * @public
 */
export interface NumberResponse {
  readonly number: TenantNumber;
}

/**
 * `pending`: the carrier has not given a clear answer yet; nothing is bought twice, ask again.
 * `active`: calls reach the agent. `failed`: it was not bought and not charged.
 * `released`: it no longer belongs to the tenant.
 *
 * @public
 */
export type TenantNumberStatus = 'pending' | 'active' | 'failed' | 'released';

/**
 * A number as its tenant sees it.
 *
 * @public
 */
export interface TenantNumber {
  /** `num_…` */
  readonly id: string;
  /** E.164. */
  readonly phoneNumber: string;
  readonly display: string;
  readonly status: TenantNumberStatus;
  readonly type: 'local' | 'toll-free';
  readonly areaCode: string | null;
  readonly locality: string | null;
  readonly region: string | null;
  readonly monthlyPrice: Money | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** When it first could take calls; null before. */
  readonly activatedAt: string | null;
  /** True when the number asked for was taken and this is one of the alternatives. */
  readonly substituted: boolean;
}
