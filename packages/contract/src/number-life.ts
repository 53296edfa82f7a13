/**
 * Body of `POST admin/release-number`.
 *
 * @public
 */
export interface ReleaseNumberBody {
  /** `num_…` */
  readonly numberId: string;
  /** Why, for the trail. */
  readonly reason: string;
}

/**
 * Answer of `POST admin/release-number`: 200 when the carrier has the number back, 202 while it is not certain and
 * the sweep goes on.
 *
 * @public
 */
export interface ReleaseNumberResponse {
  readonly numberId: string;
  readonly outcome: 'released' | 'releasing';
}

/**
 * Body of `POST admin/transfer-number`.
 *
 * @public
 */
export interface TransferNumberBody {
  /** `num_…` */
  readonly numberId: string;
  /** Who must own it now. */
  readonly fromTenantId: string;
  readonly toTenantId: string;
  /** Why, for the trail. */
  readonly reason: string;
}

/**
 * Answer of `POST admin/transfer-number`.
 *
 * @public
 */
export interface TransferNumberResponse {
  readonly numberId: string;
  /** Whose it is now. */
  readonly tenantId: string;
}
