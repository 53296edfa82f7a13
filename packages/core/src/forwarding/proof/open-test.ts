import type { CodeStats, ForwardingCondition } from '@numberkit/contract';
import type { Actor } from '../../activity/index.ts';
import { NumberkitError } from '../../errors.ts';
import { type NumberRecord, numberErrors } from '../../numbers/index.ts';
import { forwardingErrors } from '../errors.ts';
import type { ForwardingDeps, ForwardingStores } from '../forwarding-deps.ts';
import type { ForwardingRecord } from '../forwarding-store.ts';
import type { ForwardingTestRecord } from '../forwarding-test-store.ts';
import { checkLine, lineRefused } from '../line-policy/index.ts';
import { planRecord } from '../plan-record.ts';
import { numberOf } from '../view-forwarding.ts';
import { chooseVerifier } from './choose-verifier.ts';
import { nextTestAt } from './pace.ts';
import { countCall } from './test-bounds.ts';
import { ATTEND_MARGIN, testLength } from './test-length.ts';

/** A test that is wanted. */
export interface TestOrder {
  readonly forwarding: ForwardingRecord & { readonly numberId: string };
  readonly purpose: 'on' | 'off';
  readonly condition: ForwardingCondition;
  readonly actor: Actor;
  /** Is the tenant's pace to be kept? The watch has its own. */
  readonly paced: boolean;
}

/** Asks for a test; see {@link createOpenTest}. */
export type OpenTest = (order: TestOrder) => Promise<ForwardingTestRecord>;

const LOOKS = 3;
const PACE_LOOKS_AT = 8;

/**
 * Step 1 of the money rule for test calls: one transaction that takes a turn, counts against the limits and writes the
 * intent. Nothing is called here.
 *
 * Race: the unique line and number of open tests let one of many through; the others roll back their turn and their
 * counts, and get the one that is open.
 *
 * @throws NumberkitError `line-not-allowed`, `wrong-state`, `test-limit-reached`, `test-too-soon`, `line-being-tested`,
 * `no-verifier`
 */
export function createOpenTest(deps: ForwardingDeps, stats: () => Promise<readonly CodeStats[]>): OpenTest {
  return async (order) => {
    for (let look = 1; look <= LOOKS; look += 1) {
      const open = await openTestOf(deps, order.forwarding);
      if (open) return open;
      const draft = await draftTest(deps, order, await stats());
      const opened = await write(deps, draft);
      if (opened) return opened;
    }
    throw beingTested();
  };
}

/** @throws NumberkitError `line-being-tested` when the open test is of another forwarding */
async function openTestOf(
  deps: ForwardingDeps,
  { id, existingLine, numberId }: TestOrder['forwarding'],
): Promise<ForwardingTestRecord | undefined> {
  const { forwardingTests } = await deps.open();
  const open =
    (await forwardingTests.findOpenByLine(existingLine)) ??
    (await forwardingTests.findOpenByNumber(numberId));
  if (open && open.forwardingId !== id) throw beingTested();
  return open;
}

async function draftTest(
  deps: ForwardingDeps,
  { forwarding, purpose, condition, actor, paced }: TestOrder,
  stats: readonly CodeStats[],
): Promise<ForwardingTestRecord> {
  const { id: forwardingId, tenantId, numberId, existingLine, country } = forwarding;
  // What a host allows may have changed since the line was named.
  const check = await checkLine(existingLine, country, deps.terms);
  if (!check.ok) throw lineRefused(check.refusal);
  const number = await numberOf(deps, forwarding);
  refuseUnlessAlive(number);
  if (paced) await keepPace(deps, forwarding);
  const { carrier, plan } = await planRecord(deps, forwarding, number, stats);
  const now = deps.clock.now();
  return {
    id: deps.ids('fwt'),
    forwardingId,
    tenantId,
    numberId,
    purpose,
    condition,
    existingLine,
    verifier: await chooseVerifier(deps, number.phoneNumber),
    actor,
    stage: 'queued',
    outcome: null,
    remedy: null,
    code: plan.code,
    carrierId: carrier.id,
    lineKind: plan.lineKind,
    planCondition: plan.condition,
    placedAt: now,
    endsBy: now,
    createdAt: now,
    endedAt: null,
    leaseUntil: now,
    lookAt: now,
    callSid: null,
    callStatus: null,
    answeredBy: null,
    callSeconds: null,
    refusal: null,
    sipCode: null,
    ringingAt: null,
    answeredAt: null,
    overAt: null,
  };
}

/** A resting number can still show that nothing comes in any more. */
function refuseUnlessAlive({ state }: NumberRecord): void {
  if (state === 'assigned' || state === 'resting') return;
  throw new NumberkitError(numberErrors.wrongState, {
    detail: `The number that the line forwards to is in state ${state}.`,
  });
}

async function keepPace(deps: ForwardingDeps, { id, verifiedAt }: ForwardingRecord): Promise<void> {
  const { forwardingTests } = await deps.open();
  const done = await forwardingTests.listByForwarding(id, PACE_LOOKS_AT);
  const at = nextTestAt(done, verifiedAt !== null);
  const wait = at ? at.getTime() - deps.clock.now().getTime() : 0;
  if (wait <= 0) return;
  throw new NumberkitError(forwardingErrors.testTooSoon, {
    detail: `The line may be tested again in ${Math.ceil(wait / 1000)} seconds.`,
    retryAfterSeconds: Math.ceil(wait / 1000),
  });
}

async function write(
  deps: ForwardingDeps,
  draft: ForwardingTestRecord,
): Promise<ForwardingTestRecord | undefined> {
  const { transaction } = await deps.open();
  try {
    return await transaction((stores) => intend(deps, stores, draft));
  } catch (error) {
    if (error instanceof AlreadyOpen) return undefined;
    throw error;
  }
}

async function intend(
  deps: ForwardingDeps,
  stores: ForwardingStores,
  draft: ForwardingTestRecord,
): Promise<ForwardingTestRecord> {
  const { id: testId, forwardingId, tenantId, numberId, purpose, condition, actor, existingLine } = draft;
  const now = deps.clock.now();
  const placedAt = await stores.forwardingTests.takeTurn(now);
  const endsBy = new Date(placedAt.getTime() + testLength(condition));
  const test = { ...draft, placedAt, lookAt: placedAt, endsBy };
  if (!(await stores.forwardingTests.insert(test))) throw new AlreadyOpen();
  const line = deps.fingerprint(`forwarding-line:${existingLine}`);
  await countCall(stores.limits, deps.terms, { kind: 'test', tenantId, line, now });
  await stores.forwardings.attend(numberId, new Date(endsBy.getTime() + ATTEND_MARGIN));
  await deps.record(stores.trail, {
    event: 'forwarding.test-intended',
    actor,
    reason: purpose === 'on' ? 'to see the forwarding work' : 'to see that it is off',
    tenantId,
    numberId,
    data: { forwardingId, testId, purpose, condition },
  });
  return test;
}

function beingTested(): NumberkitError {
  return new NumberkitError(forwardingErrors.lineBeingTested, {
    detail: 'A test of this line, or of the number it forwards to, is under way.',
  });
}

/** Leaves the transaction so that it is rolled back. */
class AlreadyOpen extends Error {
  constructor() {
    super('another test of the line or number is open');
  }
}
