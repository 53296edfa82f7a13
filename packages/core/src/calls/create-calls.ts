import type { CallRecord } from './call-record.ts';
import { type CallReport, isEndOfOwnCall, readReport } from './call-report.ts';
import type { CallsQuery, MonthUsage, UsageQuery } from './call-store.ts';
import { type RecordDeps, recordCall } from './record-call.ts';

/** What is known about calls after they happened. */
export interface Calls {
  /**
   * Joins one status callback into the row of its call: reports may come in any order and several times. A call of
   * no number of ours is passed over. Hand it to the voice webhook:
   *
   * @example
   * const voice = createVoiceWebhook({ routes: numberkit.routing, onCallStatus: numberkit.calls.record, … });
   */
  record(report: CallReport): Promise<void>;
  /** Calls, newest first, 50 unless told. Holds personal data where parties are kept. */
  list(query?: Partial<CallsQuery>): Promise<readonly CallRecord[]>;
  /** Usage per tenant and month (UTC), for an invoice or a limit; this month's of everybody unless told. */
  usage(query?: Partial<UsageQuery>): Promise<readonly MonthUsage[]>;
}

const DEFAULT_LIMIT = 50;
const MOST = 1000;

/** What the room needs from outside. */
export interface CallsDeps extends RecordDeps {
  /** Told how a call ended that we placed ourselves, such as the test of a forwarding; also when it is told again. */
  readonly noteCallEnd?: (report: CallReport) => Promise<void>;
}

/** Puts the room together. */
export function createCalls(deps: CallsDeps): Calls {
  return {
    async record(report) {
      await recordCall(deps, readReport(report));
      if (isEndOfOwnCall(report)) await deps.noteCallEnd?.(report);
    },
    async list(query = {}) {
      const limit = Math.min(MOST, Math.max(1, Math.trunc(query.limit ?? DEFAULT_LIMIT)));
      return (await deps.open()).calls.list({ ...query, limit });
    },
    async usage(query = {}) {
      const from = query.from ?? deps.clock.now().toISOString().slice(0, 7);
      return (await deps.open()).calls.usage({ ...query, from });
    },
  };
}
