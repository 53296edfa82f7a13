import { NumberkitError } from '../errors.ts';
import { assertTenantId } from '../tenant-id.ts';
import { attendCall } from './attend-call.ts';
import { markCancelled } from './cancel-forwarding.ts';
import { checkExistingLine } from './check-existing-line.ts';
import { createCodeStats } from './code-stats.ts';
import { createDialCodes } from './dial-codes/index.ts';
import { forwardingErrors } from './errors.ts';
import type { ForwardingDeps } from './forwarding-deps.ts';
import { type ForwardingOptions, forwardingTerms } from './forwarding-options.ts';
import type { Forwardings } from './forwardings.ts';
import {
  type CallEnd,
  createDriveTest,
  createOpenTest,
  followTest,
  noteCallEnd,
  type SettleTestsReport,
  settleTests,
} from './proof/index.ts';
import { readTestOrder } from './read-test-order.ts';
import { type RecheckReport, recheckForwardings } from './recheck-forwardings.ts';
import { startForwarding } from './start/index.ts';
import { ownForwarding, ownTest, viewForwarding, viewTestAndForwarding } from './view-forwarding.ts';

/** What the room needs from outside. */
export interface CreateForwardingsDeps extends Omit<ForwardingDeps, 'terms' | 'dialCodes'> {
  readonly options: ForwardingOptions;
}

/** The room, its two sweeps, and what is to be told of calls that ended. */
export interface ForwardingsRoom {
  readonly forwardings: Forwardings;
  readonly settleTests: () => Promise<SettleTestsReport>;
  readonly recheck: () => Promise<RecheckReport>;
  readonly noteCallEnd: (end: CallEnd) => Promise<void>;
}

/** Puts the room together. */
export function createForwardings({ options, ...given }: CreateForwardingsDeps): ForwardingsRoom {
  const terms = forwardingTerms(options);
  const deps: ForwardingDeps = { ...given, terms, dialCodes: createDialCodes(terms.carriers) };
  const stats = createCodeStats(deps);
  const drive = createDriveTest(deps, stats);
  const openTest = createOpenTest(deps, stats);
  const view = async (testId: string) => viewTestAndForwarding(deps, testId, await stats());
  return {
    forwardings: {
      ...createForwardingReads(deps, stats),
      checkLine: (request) => checkExistingLine(deps, request),
      start: (request) => startForwarding(deps, stats, request),
      async verify(request) {
        const test = await openTest(await readTestOrder(deps, request));
        await drive(test.id);
        return view(test.id);
      },
      async testStatus({ tenantId, testId }) {
        await ownTest(deps, tenantId, testId);
        await drive(testId);
        return view(testId);
      },
      async *follow({ tenantId, testId, signal }) {
        await ownTest(deps, tenantId, testId);
        yield* followTest(deps, drive, stats, { testId, signal });
      },
      attend: (call) => attendCall(deps, drive, call),
    },
    settleTests: () => settleTests(deps, drive),
    recheck: () => recheckForwardings(deps, openTest),
    noteCallEnd: (end) => noteCallEnd(deps, drive, end),
  };
}

type Reads = Pick<Forwardings, 'status' | 'list' | 'cancel' | 'stats'>;

function createForwardingReads(deps: ForwardingDeps, stats: ReturnType<typeof createCodeStats>): Reads {
  return {
    async status({ tenantId, forwardingId }) {
      assertTenantId(tenantId);
      return viewForwarding(deps, await ownForwarding(deps, tenantId, forwardingId), await stats());
    },
    async list({ tenantId }) {
      assertTenantId(tenantId);
      const { forwardings } = await deps.open();
      const known = await stats();
      const begun = (await forwardings.listByTenant(tenantId)).filter(({ numberId }) => numberId !== null);
      return Promise.all(begun.map((forwarding) => viewForwarding(deps, forwarding, known)));
    },
    async cancel({ tenantId, forwardingId, actor = { kind: 'tenant', id: tenantId } }) {
      assertTenantId(tenantId);
      await ownForwarding(deps, tenantId, forwardingId);
      const { transaction } = await deps.open();
      const by = { actor, reason: 'the tenant wants it off' };
      const cancelled = await transaction((stores) => markCancelled(deps, stores, forwardingId, by));
      if (!cancelled)
        throw new NumberkitError(forwardingErrors.forwardingNotFound, { detail: 'It is gone.' });
      return viewForwarding(deps, cancelled, await stats());
    },
    stats: async () => (await deps.open()).forwardingTests.tally(),
  };
}
