import type { RecordTrail, TrailStore } from '../activity/index.ts';
import type { Carrier, NumberSettings } from '../carrier/index.ts';
import type { Clock } from '../clock.ts';
import type { EventBus } from '../events.ts';
import type { LimitStore } from '../guard/index.ts';
import type { Ids } from '../ids.ts';
import type { LeaseStore, OperationStore, Transact } from '../ledger/index.ts';
import type { NumberStore, Numbers, PooledStore } from '../numbers/index.ts';
import type { Pool } from '../pool/index.ts';
import type { Tenant } from '../tenants/index.ts';
import type { DialCodes } from './dial-codes/index.ts';
import type { ForwardingTerms } from './forwarding-options.ts';
import type { ForwardingStore } from './forwarding-store.ts';
import type { ForwardingTestStore } from './forwarding-test-store.ts';

/** What the room has to do with calls; their store, seen from here. */
export interface NumberCalls {
  /** Newest first. */
  list(query: { readonly numberId: string; readonly since: Date; readonly limit: number }): Promise<
    readonly {
      readonly direction: 'inbound' | 'outbound';
      readonly answered: boolean;
      readonly tenantId: string | null;
      readonly startedAt: Date | null;
      readonly recordedAt: Date;
    }[]
  >;
  /** Writes a call down, unless it is there; what is reported of it later joins it. */
  insert(call: NobodysCall): Promise<boolean>;
}

/** A call that is no tenant's, when nothing is known yet but that it came in. */
export interface NobodysCall {
  readonly callSid: string;
  readonly numberId: string;
  readonly tenantId: null;
  readonly direction: 'inbound';
  readonly startedAt: Date;
  readonly recordedAt: Date;
  readonly outcome: 'open';
  readonly answered: false;
  readonly endedAt: null;
  readonly seconds: null;
  readonly billedMinutes: null;
  readonly price: null;
  readonly otherParty: null;
}

/** The stores the room works with. */
export interface ForwardingStores {
  readonly forwardings: ForwardingStore;
  readonly forwardingTests: ForwardingTestStore;
  readonly numbers: NumberStore;
  readonly operations: OperationStore;
  readonly pooled: PooledStore;
  readonly limits: LimitStore;
  readonly trail: TrailStore;
  readonly calls: NumberCalls;
  readonly leases: LeaseStore;
}

/** An open database as the room sees it. */
export interface ForwardingStorage extends ForwardingStores {
  readonly transaction: Transact<ForwardingStores>;
}

/** What the use cases need from outside. */
export interface ForwardingDeps {
  readonly open: () => Promise<ForwardingStorage>;
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly record: RecordTrail;
  readonly events: Pick<EventBus, 'emit'>;
  /** Keyed hash, so that equal lines can be counted and nothing else. */
  readonly fingerprint: (text: string) => string;
  /** Told what went wrong behind the scenes, where nobody waits for an answer. */
  readonly report: (message: string) => (error: unknown) => void;
  /** Where the carrier tells how our calls ended. */
  readonly settings: Pick<NumberSettings, 'statusCallback'>;
  readonly numbers: Pick<Numbers, 'search' | 'buy'>;
  readonly pool: Pick<Pool, 'claim'>;
  readonly tenants: { get(tenantId: string): Promise<Tenant | undefined> };
  readonly terms: ForwardingTerms;
  readonly dialCodes: DialCodes;
}
