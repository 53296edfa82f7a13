/** Who did it. `system` is a sweep or the library itself. */
export type Actor =
  | { readonly kind: 'tenant'; readonly id: string }
  | { readonly kind: 'operator'; readonly id: string }
  | { readonly kind: 'system'; readonly id: string };

/** What happened, past tense, `room.event`. */
export type TrailEvent =
  | 'number.purchase-intended'
  | 'number.purchased'
  | 'number.purchase-refused'
  | 'number.purchase-unknown'
  | 'number.purchase-late'
  | 'number.activated'
  | 'number.proven'
  | 'number.pooled'
  | 'number.exercised'
  | 'number.release-intended'
  | 'number.emergency-address-cleared'
  | 'number.release-failed'
  | 'number.released'
  | 'number.transferred'
  | 'number.reclaim-started'
  | 'number.reclaim-warned'
  | 'number.reclaim-undone'
  | 'number.rested'
  | 'number.returned'
  | 'number.repointed'
  | 'number.adopted'
  | 'number.lost'
  | 'number.drift-repaired'
  | 'forwarding.started'
  | 'forwarding.changed'
  | 'forwarding.test-intended'
  | 'forwarding.tested'
  | 'forwarding.verified'
  | 'forwarding.broken'
  | 'forwarding.cancelled'
  | 'forwarding.off'
  | 'tenant.created'
  | 'tenant.changed';

/** One line of the trail: who, what, when, why. Append-only. */
export interface TrailEntry {
  /** `trl_…`, sorts by time. */
  readonly id: string;
  readonly at: Date;
  readonly event: TrailEvent;
  readonly actor: Actor;
  readonly tenantId: string | null;
  readonly numberId: string | null;
  readonly operationId: string | null;
  /** Why, in a few plain words. */
  readonly reason: string;
  /** Further facts, JSON. Never a phone number, never a secret. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Which entries to read; newest first. */
export interface TrailQuery {
  readonly tenantId?: string;
  readonly numberId?: string;
  readonly limit: number;
  /** Entries older than this id. */
  readonly before?: string;
}

/** PORT: the trail. There is no verb to change or remove an entry, on purpose. */
export interface TrailStore {
  append(entry: TrailEntry): Promise<void>;
  /** Newest first. */
  list(query: TrailQuery): Promise<readonly TrailEntry[]>;
}
