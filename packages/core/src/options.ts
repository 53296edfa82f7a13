import type { SetupPath } from '@numberkit/contract';
import type { Log } from './activity/index.ts';
import type { Carrier, NumberSettings } from './carrier/index.ts';
import type { Clock } from './clock.ts';
import type { ForwardingOptions } from './forwarding/index.ts';
import type { Authorize, DevelopmentBypass, PurchaseLimits } from './guard/index.ts';
import type { ReclaimPolicy } from './numbers/index.ts';
import type { PoolPolicy } from './pool/index.ts';
import type { KeyRing } from './privacy/index.ts';
import type { RepairPolicy } from './reconcile/index.ts';
import type { StorageProvider } from './storage/index.ts';
import type { SweepPauses } from './sweeps/index.ts';

/** All that a host decides. The first four are required. */
export interface NumberkitOptions {
  /** Who sells the numbers: `twilio({ … })` from `numberkit/twilio`. */
  readonly carrier: Carrier;
  /** Where records are kept: `sqlite({ file })` from `numberkit/sqlite`, or `postgres({ pool })`. Opened at first use. */
  readonly storage: StorageProvider;
  /**
   * Encryption keys: a ring from `environmentKeys({ file })`, or the text `id:BASE64[,id:BASE64…]`, newest first.
   */
  readonly keys: KeyRing | string;
  /** Where bought numbers send their calls; `voiceUrls(publicUrl)` of `@numberkit/webhook` makes all three. */
  readonly voice: NumberSettings;

  /** What happens to the numbers of a tenant that leaves; see {@link ReclaimPolicy} for the defaults. */
  readonly reclaim?: ReclaimPolicy;
  /** What the pool is to hold, and what may be spent on it; without it the pool holds what you `prebuy`. */
  readonly pool?: PoolPolicy;
  /** What the sweep `reconcile` may repair by itself; see {@link RepairPolicy} for the defaults. */
  readonly reconcile?: RepairPolicy;
  /** Lines that forward to our numbers: who may, where test calls come from and how many; see {@link ForwardingOptions}. */
  readonly forwarding?: ForwardingOptions;
  /** How often `start` runs each sweep, in milliseconds; 0: not at all. Default: from 15 seconds to 6 hours. */
  readonly sweepPauses?: SweepPauses;
  /** Bounds on purchases, per tenant and in all; see {@link PurchaseLimits} for the defaults. */
  readonly limits?: PurchaseLimits;
  /**
   * The phone number at the other end of each recorded call: `sealed` (default) is kept, encrypted; `dropped` is never
   * written.
   */
  readonly otherParties?: 'sealed' | 'dropped';
  /** Says for whom a request speaks; without it only session tokens are let in. */
  readonly authorize?: Authorize;
  /** Lets the host's cron run sweeps by `POST admin/run-sweep`: `Authorization: Bearer` and this, 16 characters or more. */
  readonly cronSecret?: string;
  /** Signs requests without a session in as this tenant. Refuses to run when NODE_ENV is `production`. */
  readonly development?: DevelopmentBypass;
  /** Where the HTTP API is mounted. Default `/api/twilio`. */
  readonly basePath?: string;
  /** Ways to a number that are open to tenants, recommended first. Default `['buy']`. */
  readonly paths?: readonly SetupPath[];
  /** Origins of pages elsewhere that may call the HTTP API from a browser, such as `https://app.example.com`. */
  readonly allowedOrigins?: readonly string[];

  /** Told what went on behind the scenes. Entries hold no full phone number and no secret. Default: warnings to the console. */
  readonly log?: Log;
  /** Default: the machine's clock. */
  readonly clock?: Clock;
  /** Returns that many random bytes. Default: the system's secure source. */
  readonly random?: (size: number) => Uint8Array;
}
