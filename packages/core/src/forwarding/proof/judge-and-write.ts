import type { ForwardingDeps, ForwardingStores } from '../forwarding-deps.ts';
import { type LifeStep, nextStep, verdictOf } from '../forwarding-life.ts';
import type { ForwardingChange, ForwardingRecord } from '../forwarding-store.ts';
import type { ForwardingTestRecord } from '../forwarding-test-store.ts';
import { type Judgement, judgeTest, shownOff, type TestEvidence } from '../test-outcome/index.ts';
import { nextCheck } from '../watch/index.ts';
import { waysLeft } from '../ways-left.ts';
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
  const evidence = evidenceOf(test, legs, surroundings, otherCalls, now);
  const judgement = judgeTest(evidence);
  if (judgement.kind !== 'done') return { kind: judgement.kind };
  const forwarding = await stores.forwardings.lock(test.forwardingId);
  const { outcome, remedy, left } = whatItMeans(judgement, evidence, test, forwarding);
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
  const ended = { ...test, ...end };
  const step = forwarding && (await moveOn(deps, stores, forwarding, ended, left));
  return {
    kind: 'done',
    test: ended,
    announce: step?.announce ?? null,
    cause: step?.cause ?? null,
  };
}

/** A judgement, seen beside the forwarding as it is by now. */
interface Meaning extends Pick<Done, 'outcome' | 'remedy'> {
  /** What of the ways that the line was told is left to be proved off. */
  readonly left: ForwardingChange;
}

/**
 * That a call did not come back shows it of what the test looked at; it is `off` only when that is all that the line was
 * ever told. A test from before it was last to be off shows nothing: the line may have been told once more. Nor does one
 * from before other calls were to be forwarded.
 */
function whatItMeans(
  { outcome, remedy }: Done,
  evidence: TestEvidence,
  { purpose, planCondition, createdAt }: ForwardingTestRecord,
  forwarding: ForwardingRecord | undefined,
): Meaning {
  if (!forwarding) return { outcome, remedy, left: {} };
  const { condition, cancelledAt } = forwarding;
  const tooOld =
    purpose === 'on'
      ? planCondition !== condition
      : outcome === 'off' && !(cancelledAt && createdAt >= cancelledAt);
  if (tooOld) return { outcome: 'unclear', remedy: 'test-again', left: {} };
  if (outcome !== 'off') return { outcome, remedy, left: {} };
  const left = waysLeft(forwarding, shownOff(evidence));
  return left ? { outcome: 'unclear', remedy: 'dial-undo', left } : { outcome, remedy, left: {} };
}

type EndedTest = ForwardingTestRecord & Pick<Done, 'outcome' | 'remedy'> & { readonly endedAt: Date };

async function moveOn(
  deps: ForwardingDeps,
  stores: ForwardingStores,
  forwarding: ForwardingRecord,
  test: EndedTest,
  left: ForwardingChange,
): Promise<LifeStep> {
  const { outcome, remedy, endedAt: now } = test;
  const finished = { purpose: test.purpose, outcome, remedy };
  const confirms = forwarding.doubtedAt !== null;
  const step = nextStep(forwarding.status, { kind: 'tested', test: finished, confirms });
  const verdict = verdictOf(finished);
  const proved = verdict === 'forwarded' || forwarding.verifiedAt !== null;
  const { status, confirm } = step;
  const change: ForwardingChange = {
    status,
    ...left,
    ...(verdict === 'forwarded' && { verifiedAt: now, doubtedAt: null }),
    ...(verdict === 'forwarded' && status === 'verified' && { brokenAt: null, brokenCause: null }),
    ...(verdict === 'not-forwarded' && { doubtedAt: confirm ? now : null }),
    ...(step.announce === 'broken' && { brokenAt: now, brokenCause: step.cause }),
    ...nextCheck({ status, verdict, confirm, checks: forwarding.checks, proved }, now),
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
