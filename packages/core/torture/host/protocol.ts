import type { Action, Answer } from '../plan/action.ts';
import type { KillPoint } from '../plan/kill-point.ts';
import type { ClockSetting } from '../torture-clock.ts';

/** Where the database is, as a process can be told. */
export type DatabaseAddress =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string; readonly schema: string };

/** All that makes a process a host. */
export interface HostSetup {
  readonly database: DatabaseAddress;
  readonly carrierUrl: string;
  readonly clock: ClockSetting;
}

/** What the driver says to a host process. */
export type ToHost =
  | { readonly say: 'setup'; readonly setup: HostSetup }
  | { readonly say: 'act'; readonly action: Action }
  | { readonly say: 'jump'; readonly jumped: number }
  | { readonly say: 'carrier'; readonly carrierUrl: string }
  /** Counting begins anew; null: live on. */
  | { readonly say: 'arm'; readonly kill: KillPoint | null };

/** What a host process says to the driver. */
export type FromHost =
  | { readonly say: 'loaded' }
  | { readonly say: 'ready' }
  | { readonly say: 'answer'; readonly actionId: string; readonly answer: Answer }
  | { readonly say: 'log'; readonly message: string };
