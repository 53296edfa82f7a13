import type { Forwarding } from './forwarding.ts';
import type { TenantNumber } from './purchase-number.ts';

/**
 * A way to a number: buy a new one, forward an existing line, or move a number here.
 *
 * @public
 */
export type SetupPath = 'buy' | 'forward' | 'port';

/**
 * Answer of `GET setup-state`: what `<phone-setup>` needs to open at the right step.
 *
 * @public
 */
export interface SetupState {
  /** The paths open to this tenant, recommended first. */
  readonly paths: readonly SetupPath[];
  readonly tenant: {
    readonly id: string;
    readonly name: string | null;
    /** Where the business is, as the host told us: `Oakland, CA`. */
    readonly location: string | null;
    /** What the agent says first. */
    readonly greeting: string | null;
  };
  /** The tenant's numbers, newest first, those pending included. */
  readonly numbers: readonly TenantNumber[];
  /** The tenant's forwardings that are not off, newest first. */
  readonly forwardings: readonly Forwarding[];
}
