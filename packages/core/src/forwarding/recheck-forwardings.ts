import type { Actor } from '../activity/index.ts';
import { isNumberkitError } from '../errors.ts';
import { isOver } from '../numbers/index.ts';
import { markCancelled } from './cancel-forwarding.ts';
import type { ForwardingDeps } from './forwarding-deps.ts';
import type { ForwardingRecord } from './forwarding-store.ts';
import type { OpenTest } from './proof/index.ts';
import { wholeCondition } from './read-test-order.ts';
import { BUSY_DAYS, DAY, HOUR, isDue, later, SILENT_DAYS } from './watch/index.ts';

/** What one run did. */
export interface RecheckReport {
  /** Forwardings looked at. */
  readonly looked: number;
  /** Tests asked for; the sweep `settle-forwarding-tests` drives them. */
  readonly tested: number;
  /** Forwardings whose number no longer takes calls, to be proved off from now on. */
  readonly cancelled: number;
  /** Tests that could not be made now; they are tried again later. */
  readonly postponed: number;
}

/** Who the trail names for what the watch does. */
export const WATCH: Actor = { kind: 'system', id: 'recheck-forwardings' };
const BATCH = 20;
const CALLS = 50;

type Done = 'tested' | 'cancelled' | 'postponed' | undefined;

/**
 * The sweep `recheck-forwardings`: tests again what may have broken, and what is to be off and is not proved so. Any
 * number of processes may run it; each forwarding goes to one of them, and looking is put off before it is looked at,
 * so that one that dies costs a delay.
 */
export async function recheckForwardings(deps: ForwardingDeps, openTest: OpenTest): Promise<RecheckReport> {
  const { forwardings } = await deps.open();
  const now = deps.clock.now();
  const due = await forwardings.claimDue(now, new Date(now.getTime() + HOUR), BATCH);
  const report = { looked: due.length, tested: 0, cancelled: 0, postponed: 0 };
  for (const forwarding of due) {
    try {
      const done = await look(deps, openTest, forwarding);
      if (done) report[done] += 1;
    } catch (error) {
      deps.report(`forwarding ${forwarding.id} could not be looked at`)(error);
    }
  }
  return report;
}

async function look(deps: ForwardingDeps, openTest: OpenTest, forwarding: ForwardingRecord): Promise<Done> {
  const { forwardings, numbers, transaction } = await deps.open();
  const { id, numberId, status } = forwarding;
  const now = deps.clock.now();
  const number = numberId === null ? undefined : await numbers.get(numberId);
  if (numberId === null || !number) return lookAgain(deps, id, null);
  if (number.state === 'resting' && status !== 'cancelling') {
    const by = { actor: WATCH, reason: 'its tenant has left: the number takes no calls any more' };
    await transaction((stores) => markCancelled(deps, stores, id, by));
    return 'cancelled';
  }
  // A number that is gone for good can show nothing any more.
  if (isOver(number.state) || number.state === 'releasing') return lookAgain(deps, id, null);
  if (status === 'setting-up' || number.state === 'buying')
    return lookAgain(deps, id, new Date(now.getTime() + DAY));
  if (status === 'verified' && !(await isWorthATest(deps, forwarding, numberId))) {
    return lookAgain(deps, id, new Date(now.getTime() + DAY));
  }
  try {
    const purpose = status === 'cancelling' ? 'off' : 'on';
    const condition = purpose === 'off' ? wholeCondition(forwarding) : forwarding.condition;
    await openTest({
      forwarding: { ...forwarding, numberId },
      purpose,
      condition,
      actor: WATCH,
      paced: false,
    });
    return 'tested';
  } catch (error) {
    if (!isNumberkitError(error)) throw error;
    // No turn today, nobody to call from, another test of the line: the line is none the worse for it.
    const { checks, verifiedAt } = forwarding;
    await forwardings.change(id, later({ checks, proved: verifiedAt !== null }, now), now);
    return 'postponed';
  }
}

async function lookAgain(
  deps: ForwardingDeps,
  forwardingId: string,
  checkAt: Date | null,
): Promise<undefined> {
  const { forwardings } = await deps.open();
  await forwardings.change(forwardingId, { checkAt }, deps.clock.now());
}

async function isWorthATest(
  deps: ForwardingDeps,
  forwarding: ForwardingRecord,
  numberId: string,
): Promise<boolean> {
  const { calls, forwardingTests } = await deps.open();
  const now = deps.clock.now();
  const [last] = await forwardingTests.listByForwarding(forwarding.id, 1);
  const since = new Date(now.getTime() - (BUSY_DAYS + SILENT_DAYS) * DAY);
  const recent = await calls.list({ numberId, since, limit: CALLS });
  // Test and activation calls are no tenant's.
  const lastCall = recent.find(
    ({ direction, answered, tenantId }) => direction === 'inbound' && answered && tenantId !== null,
  );
  const lastCallAt = lastCall ? (lastCall.startedAt ?? lastCall.recordedAt) : null;
  return isDue({ ...forwarding, testedAt: last?.endedAt ?? null, lastCallAt }, deps.terms, now);
}
