import type { SweepName } from '../../src/sweeps/index.ts';

/** Who a tenant's own numbers are chosen from: the host lists them and takes the one at this share of the list. */
export type Pick = number;

/** One thing a client of a host asks for. `id` is unique in the run and stands in the trail as the reason. */
export type Action = { readonly id: string } & (
  | {
      readonly kind: 'buy';
      readonly tenantId: string;
      readonly phoneNumber: string;
      readonly alternatives: readonly string[];
      readonly key: string;
    }
  | { readonly kind: 'release'; readonly tenantId: string; readonly pick: Pick }
  | { readonly kind: 'reclaim' | 'undo-reclaim'; readonly tenantId: string; readonly pick: Pick }
  | {
      readonly kind: 'transfer';
      readonly tenantId: string;
      readonly toTenantId: string;
      readonly pick: Pick;
    }
  | { readonly kind: 'claim'; readonly tenantId: string; readonly areaCode: string; readonly key: string }
  | { readonly kind: 'prebuy'; readonly areaCodes: readonly string[]; readonly countPerArea: number }
  | { readonly kind: 'repoint' }
  | { readonly kind: 'sweep'; readonly sweep: SweepName }
);

/** What a number is told to be by an answer. */
export interface ToldNumber {
  readonly numberId: string;
  readonly phoneNumber: string;
  readonly tenantId: string;
  readonly status: string;
}

/** What the client was told. */
export type Answer =
  /** `number` is what the client now believes about one number; `value` is the rest, for people. */
  | { readonly outcome: 'ok'; readonly number: ToldNumber | null; readonly value: unknown }
  | { readonly outcome: 'error'; readonly code: string; readonly detail: string }
  /** The host died first. */
  | { readonly outcome: 'lost' };

/** An action with its place. */
export interface Placed {
  readonly wave: number;
  /** Any whole number; hosts take turns. */
  readonly host: number;
  readonly action: Action;
}
