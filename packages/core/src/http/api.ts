import type {
  ReleaseNumberResponse,
  SearchNumbersRequest,
  SearchNumbersResponse,
  TenantNumber,
} from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';
import type { Forwardings } from '../forwarding/index.ts';
import type { Pool } from '../pool/index.ts';
import type { Tenant } from '../tenants/index.ts';

/** What the HTTP API calls; the object that `createNumberkit` returns is one. */
export interface NumberkitApi {
  readonly numbers: {
    search(input: { readonly tenantId: string } & SearchNumbersRequest): Promise<SearchNumbersResponse>;
    buy(input: PurchaseInput): Promise<TenantNumber>;
    /** Throws `number-not-found` also for a number of another tenant's. */
    status(input: { readonly tenantId: string; readonly numberId: string }): Promise<TenantNumber>;
    /** Newest first. */
    list(input: { readonly tenantId: string }): Promise<readonly TenantNumber[]>;
    release(input: ReleaseInput): Promise<ReleaseNumberResponse>;
    transfer(input: TransferInput): Promise<void>;
  };
  readonly forwardings: Omit<Forwardings, 'attend'>;
  readonly pool: Pick<Pool, 'claim' | 'prebuy' | 'status'>;
  readonly sweeps: {
    /** Throws `no-such-sweep` for a name that is none. */
    run(
      name: string,
      options: { readonly onlyWhenDue: boolean },
    ): Promise<{ readonly outcome: 'ran' | 'held' | 'not-due' }>;
  };
  readonly tenants: {
    get(tenantId: string): Promise<Tenant | undefined>;
  };
}

/** One release, as the HTTP API passes it on. */
export interface ReleaseInput {
  readonly numberId: string;
  readonly reason: string;
  readonly actor: Actor;
}

/** One transfer, as the HTTP API passes it on. */
export interface TransferInput {
  readonly numberId: string;
  readonly fromTenantId: string;
  readonly toTenantId: string;
  readonly reason: string;
  readonly actor: Actor;
}

/** One purchase, as the HTTP API passes it on. */
export interface PurchaseInput {
  readonly tenantId: string;
  /** E.164. */
  readonly phoneNumber: string;
  readonly alternatives?: readonly string[];
  readonly idempotencyKey: string;
  readonly actor: Actor;
}
