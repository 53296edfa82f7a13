import type { CodeStats, Forwarding, ForwardingTest, VerifyForwardingResponse } from '@numberkit/contract';
import { NumberkitError } from '../errors.ts';
import { displayPhoneNumber, type NumberRecord, tenantNumber } from '../numbers/index.ts';
import { forwardingErrors } from './errors.ts';
import type { ForwardingDeps } from './forwarding-deps.ts';
import type { ForwardingRecord } from './forwarding-store.ts';
import type { ForwardingTestRecord } from './forwarding-test-store.ts';
import { planRecord } from './plan-record.ts';

/** A forwarding as its tenant sees it. */
export async function viewForwarding(
  deps: ForwardingDeps,
  forwarding: ForwardingRecord,
  stats: readonly CodeStats[],
): Promise<Forwarding> {
  const { forwardingTests, numbers } = await deps.open();
  const number = forwarding.numberId === null ? undefined : await numbers.get(forwarding.numberId);
  if (!number) throw new Error(`forwarding ${forwarding.id} has no number`);
  const [test] = await forwardingTests.listByForwarding(forwarding.id, 1);
  const { carrier, known, plan } = await planRecord(deps, forwarding, number, stats);
  const { status, brokenAt, brokenCause } = forwarding;
  return {
    id: forwarding.id,
    status,
    existingLine: {
      phoneNumber: forwarding.existingLine,
      display: await displayPhoneNumber(forwarding.existingLine),
      country: forwarding.country,
    },
    number: await tenantNumber(number, false),
    carrier: { id: carrier.id, name: carrier.name, known },
    lineKind: plan.lineKind,
    condition: plan.condition,
    plan: plan.on,
    undo: plan.off,
    alternative: plan.alternative,
    alternatives: plan.alternatives,
    test: test ? viewTest(test) : null,
    createdAt: forwarding.createdAt.toISOString(),
    verifiedAt: forwarding.verifiedAt?.toISOString() ?? null,
    broken:
      status === 'broken' && brokenAt
        ? { at: brokenAt.toISOString(), cause: brokenCause ?? 'turned-off' }
        : null,
  };
}

/** A test as its tenant sees it. */
export function viewTest(test: ForwardingTestRecord): ForwardingTest {
  const { id, forwardingId, purpose, condition, stage, outcome, remedy } = test;
  return {
    id,
    forwardingId,
    purpose,
    condition,
    stage,
    outcome,
    remedy,
    placedAt: test.placedAt.toISOString(),
    endsBy: test.endsBy.toISOString(),
    endedAt: test.endedAt?.toISOString() ?? null,
  };
}

/** A test with its forwarding, as both are by now. */
export async function viewTestAndForwarding(
  deps: ForwardingDeps,
  testId: string,
  stats: readonly CodeStats[],
): Promise<VerifyForwardingResponse> {
  const { forwardings, forwardingTests } = await deps.open();
  const test = await forwardingTests.get(testId);
  const forwarding = test && (await forwardings.get(test.forwardingId));
  if (!test || !forwarding) throw new Error(`test ${testId} is gone`);
  return { test: viewTest(test), forwarding: await viewForwarding(deps, forwarding, stats) };
}

/** The tenant's own forwarding. @throws NumberkitError `forwarding-not-found` */
export async function ownForwarding(
  deps: ForwardingDeps,
  tenantId: string,
  forwardingId: string,
): Promise<ForwardingRecord & { readonly numberId: string }> {
  const { forwardings } = await deps.open();
  const forwarding = await forwardings.get(forwardingId);
  // One without a number was never shown to anybody: its start has not succeeded yet.
  if (forwarding?.tenantId === tenantId && forwarding.numberId !== null) {
    return { ...forwarding, numberId: forwarding.numberId };
  }
  throw new NumberkitError(forwardingErrors.forwardingNotFound, {
    detail: 'This tenant has no forwarding with this id.',
  });
}

/** The tenant's own test. @throws NumberkitError `test-not-found` */
export async function ownTest(
  deps: ForwardingDeps,
  tenantId: string,
  testId: string,
): Promise<ForwardingTestRecord> {
  const { forwardingTests } = await deps.open();
  const test = await forwardingTests.get(testId);
  if (test?.tenantId === tenantId) return test;
  throw new NumberkitError(forwardingErrors.testNotFound, {
    detail: 'This tenant has no test with this id.',
  });
}

/** The number a forwarding goes to. */
export async function numberOf(
  deps: ForwardingDeps,
  forwarding: { readonly id: string; readonly numberId: string },
): Promise<NumberRecord> {
  const { numbers } = await deps.open();
  const number = await numbers.get(forwarding.numberId);
  if (!number) throw new Error(`forwarding ${forwarding.id} has no number`);
  return number;
}
