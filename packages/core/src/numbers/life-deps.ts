import type { RecordTrail, TrailStore } from '../activity/index.ts';
import type { Carrier, NumberSettings } from '../carrier/index.ts';
import type { Clock } from '../clock.ts';
import type { EventBus } from '../events.ts';
import type { LimitStore, PurchaseLimits } from '../guard/index.ts';
import type { Ids } from '../ids.ts';
import type { OperationStore, Transact } from '../ledger/index.ts';
import type { ForwardedNumbers } from './forwarded.ts';
import type { NumberStore } from './number-store.ts';

/** The stores that the life of a number writes to, in one transaction. */
export interface LifeStores {
  readonly numbers: NumberStore;
  readonly operations: OperationStore;
  readonly trail: TrailStore;
  readonly limits: LimitStore;
  readonly forwardings: ForwardedNumbers;
}

/** An open database as the life of a number sees it. */
export interface LifeStorage extends LifeStores {
  readonly transaction: Transact<LifeStores>;
}

/** What releasing, reclaiming, transferring and re-pointing need from outside. */
export interface LifeDeps {
  readonly carrier: Carrier;
  readonly open: () => Promise<LifeStorage>;
  /** Where our numbers send their calls. */
  readonly settings: NumberSettings;
  readonly limits: PurchaseLimits;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly record: RecordTrail;
  readonly events: EventBus;
  /** Keyed hash, so that equal requests can be recognised and nothing else. */
  readonly fingerprint: (text: string) => string;
}
