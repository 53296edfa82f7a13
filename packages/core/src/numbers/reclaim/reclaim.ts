import type { Actor } from '../../activity/index.ts';

/** Which numbers: all that take calls for a tenant, or one. */
export type ReclaimTarget =
  | { readonly tenantId: string; readonly numberId?: undefined }
  | { readonly numberId: string; readonly tenantId?: string };

/** A tenant has left, or a number is no longer wanted. */
export type StartReclaimRequest = ReclaimTarget & {
  /** How long the tenant keeps it, 0 to 3650; the policy's when not given. */
  readonly graceDays?: number;
  readonly actor: Actor;
  /** For the trail, in a few words. */
  readonly reason: string;
};

/** The tenant stays after all. */
export type UndoReclaimRequest = ReclaimTarget & {
  readonly actor: Actor;
  /** For the trail, in a few words. */
  readonly reason: string;
};

/** A number in its grace period. */
export interface ReclaimingNumber {
  readonly numberId: string;
  /** When the grace period ends. */
  readonly reclaimAt: Date;
}

/** What one run of the sweep `reclaim` did. */
export interface ReclaimReport {
  readonly warned: number;
  readonly rested: number;
  /** Returned to the pool. */
  readonly pooled: number;
  /** Releases begun. */
  readonly releasing: number;
}
