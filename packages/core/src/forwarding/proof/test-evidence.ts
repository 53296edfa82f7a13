import type { CodeStats } from '@numberkit/contract';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { ForwardingLeg, ForwardingTestRecord } from '../forwarding-test-store.ts';
import { planRecord } from '../plan-record.ts';
import type { TestCall, TestEvidence } from '../test-outcome/index.ts';

/** What is known beside the test itself. */
export type TestSurroundings = Pick<TestEvidence, 'hasNextCode' | 'failedBefore'>;

const FAILED: readonly unknown[] = ['not-forwarded', 'voicemail-answered'];
const EARLIER = 10;

/** Looks what could be tried next, and what was tried before. */
export async function readSurroundings(
  deps: ForwardingDeps,
  test: ForwardingTestRecord,
  stats: readonly CodeStats[],
): Promise<TestSurroundings> {
  const { forwardings, forwardingTests, numbers } = await deps.open();
  const forwarding = await forwardings.get(test.forwardingId);
  const number = await numbers.get(test.numberId);
  if (!forwarding || !number) return { hasNextCode: false, failedBefore: false };
  const { plan } = await planRecord(deps, forwarding, number, stats);
  const earlier = await forwardingTests.listByForwarding(forwarding.id, EARLIER);
  return {
    hasNextCode: plan.alternative + 1 < plan.alternatives,
    failedBefore: earlier.some(
      ({ id, code, outcome }) => id !== test.id && code === test.code && FAILED.includes(outcome),
    ),
  };
}

/** All that is known about a test, as the judge wants it. */
export function evidenceOf(
  test: ForwardingTestRecord,
  legs: readonly ForwardingLeg[],
  surroundings: TestSurroundings,
  otherCalls: TestEvidence['otherCalls'],
  now: Date,
): TestEvidence {
  const { purpose, condition, lineKind, refusal } = test;
  return {
    purpose,
    condition,
    lineKind,
    refusal,
    legs: legs.map(({ from, at }) => ({ from, at: at.getTime() })),
    call: callOf(test),
    expired: now >= test.endsBy,
    otherCalls,
    ...surroundings,
  };
}

function callOf(test: ForwardingTestRecord): TestCall | null {
  const { callStatus: status, answeredBy, sipCode, ringingAt, answeredAt, overAt, callSeconds } = test;
  if (status === null) return null;
  const rangUntil = answeredAt ?? overAt;
  return {
    status,
    answeredBy,
    sipCode,
    answeredAt: answeredAt?.getTime() ?? null,
    durationSeconds: callSeconds,
    rangSeconds:
      ringingAt && rangUntil ? Math.max(0, (rangUntil.getTime() - ringingAt.getTime()) / 1_000) : null,
  };
}
