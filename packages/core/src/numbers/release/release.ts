import type { Actor } from '../../activity/index.ts';
import type { Operation } from '../../ledger/index.ts';
import type { NumberRecord } from '../number-store.ts';

/** A number to give back. */
export interface ReleaseNumberRequest {
  /** When given, the number must be this tenant's. */
  readonly tenantId?: string;
  readonly numberId: string;
  readonly actor: Actor;
  /** For the trail, in a few words. */
  readonly reason: string;
  /** 1 to 128 visible ASCII characters; one per number when not given, because a number is released once. */
  readonly idempotencyKey?: string;
}

/** A committed release. */
export interface Release {
  readonly operation: Operation;
  readonly number: NumberRecord;
  readonly actor: Actor;
}

/** How far a release is. `releasing`: committed and not yet certain; the sweep goes on. */
export interface Released {
  readonly numberId: string;
  readonly outcome: 'released' | 'releasing';
}
