import type { Carrier } from '../carrier/index.ts';
import type { Clock } from '../clock.ts';
import { readCarrierCall } from './call-report.ts';
import { type RecordDeps, recordCall } from './record-call.ts';

/** What one run of the sweep did. */
export interface FillReport {
  /** Calls that the carrier listed. */
  readonly listed: number;
  /** Calls that no callback had told about. */
  readonly added: number;
  /** Calls of which something was missing, such as the price. */
  readonly completed: number;
}

/** What the sweep needs from outside. */
export interface FillDeps extends RecordDeps {
  readonly carrier: Pick<Carrier, 'listCalls'>;
  readonly clock: Clock;
}

/** Twilio prices a call some hours after its end at the latest; two days also bridge a weekend's outage. */
const LOOK_BACK_MS = 48 * 3_600_000;

/**
 * The sweep `fill-calls`: reads the carrier's own list and joins it into ours, so that a callback that never came
 * leaves no gap. Safe to repeat, and to run in several processes: what is known already changes nothing.
 */
export function createFillCalls(deps: FillDeps): (since?: Date) => Promise<FillReport> {
  return async (since = new Date(deps.clock.now().getTime() - LOOK_BACK_MS)) => {
    const done = { new: 0, changed: 0, unchanged: 0, foreign: 0 };
    for await (const call of deps.carrier.listCalls({ since })) {
      done[await recordCall(deps, readCarrierCall(call))] += 1;
    }
    const listed = done.new + done.changed + done.unchanged + done.foreign;
    return { listed, added: done.new, completed: done.changed };
  };
}
