import type { ForwardingDeps, ForwardingStores } from '../forwarding-deps.ts';
import { type LifeStep, nextStep, verdictOf } from '../forwarding-life.ts';
import type { ForwardingChange, ForwardingRecord } from '../forwarding-store.ts';
import type { ForwardingTestRecord } from '../forwarding-test-store.ts';
import { type Judgement, judgeTest, type TestEvidence } from '../test-outcome/index.ts';
import { nextCheck } from '../watch/index.ts';
import { OPEN_STAGES } from './stages.ts';
import { evidenceOf, type TestSurroundings } from './test-evidence.ts';

/** What a look at all the evidence led to. */
export type Judged =
  | { readonly kind: 'wait' | 'ask' }
  | {
      readonly kind: 'done';
      readonly test: ForwardingTestRecord;
      readonly announce: LifeStep['announce'];
      readonly cause: LifeStep['cause'];
    };

/** Calls beside the legs, where the carrier was asked. */
export type OtherCalls = TestEvidence['otherCalls'];

type Done = Extract<Judgement, { kind: 'done' }>;

/**
 * Judges a test and, if it is decided, writes its end and what follows for its forwarding, in the transaction that
 * `stores` belong to.
 *
 * Race: the test's row is locked first. A call that comes in at this moment is either seen here, or finds the test done;
 * and of two that judge, one writes.
 */
export async function judgeAndWrite(
  deps: ForwardingDeps,
  stores: ForwardingStores,
  testId: string,
  surroundings: TestSurroundings,
  otherCalls: OtherCalls,
): Promise<Judged> {
  const test = await stores.forwardingTests.lock(testId);
  if (!test || test.stage === 'done') return { kind: 'wait' };
  const legs = await stores.forwardingTests.legs(testId);
  const now = deps.clock.now();
  const judgement = judgeTest(evidenceOf(test, legs, surroundings, otherCalls, now));
  if (judgement.kind !== 'done') return { kind: judgement.kind };
  const { outcome, remedy } = judgement;
  const end = { stage: 'done', outcome, remedy, endedAt: now } as const;
  await stores.forwardingTests.change(testId, OPEN_STAGES, end);
  const { actor, tenantId, numberId, forwardingId, purpose } = test;
  await deps.record(stores.trail, {
    event: 'forwarding.tested',
    actor,
    reason: `the test call showed: ${outcome}`,
    tenantId,
    numberId,
    data: { forwardingId, testId, purpose, outcome, legs: legs.length },
  });
  const forwarding = await stores.forwardings.lock(forwardingId);
  const step = forwarding && (await moveOn(deps, stores, forwarding, test, judgement, now));
  return {
    kind: 'done',
    test: { ...test, ...end },
    announce: step?.announce ?? null,
    cause: step?.cause ?? null,
  };
}

async function moveOn(
  deps: ForwardingDeps,
  stores: ForwardingStores,
  forwarding: ForwardingRecord,
  test: ForwardingTestRecord,
  { outcome, remedy }: Done,
  now: Date,
): Promise<LifeStep> {
  const finished = { purpose: test.purpose, outcome, remedy };
  const confirms = forwarding.doubtedAt !== null;
  const step = nextStep(forwarding.status, { kind: 'tested', test: finished, confirms });
  const verdict = verdictOf(finished);
  const { status, confirm } = step;
  const change: ForwardingChange = {
    status,
    ...(verdict === 'forwarded' && { verifiedAt: now, doubtedAt: null }),
    ...(verdict === 'forwarded' && status === 'verified' && { brokenAt: null, brokenCause: null }),
    ...(verdict === 'not-forwarded' && { doubtedAt: confirm ? now : null }),
    ...(step.announce === 'broken' && { brokenAt: now, brokenCause: step.cause }),
    ...nextCheck({ status, verdict, confirm, checks: forwarding.checks }, now),
  };
  await stores.forwardings.change(forwarding.id, change, now);
  if (step.announce !== null) {
    await deps.record(stores.trail, {
      event: `forwarding.${step.announce}`,
      actor: test.actor,
      reason: reasons[step.announce],
      tenantId: forwarding.tenantId,
      numberId: test.numberId,
      data: { forwardingId: forwarding.id, testId: test.id, ...(step.cause && { cause: step.cause }) },
    });
  }
  return step;
}

const reasons: Readonly<Record<NonNullable<LifeStep['announce']>, string>> = {
  verified: 'a test call came back to us',
  broken: 'two test calls did not come back',
  off: 'a test call showed that nothing is forwarded',
};
