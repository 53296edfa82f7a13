import type { CodeStats, Forwarding } from '@numberkit/contract';
import type { Actor } from '../../activity/index.ts';
import type { ForwardingDeps, ForwardingStores } from '../forwarding-deps.ts';
import { nextStep } from '../forwarding-life.ts';
import type { ForwardingRecord } from '../forwarding-store.ts';
import type { StartForwarding } from '../forwardings.ts';
import type { CheckedLine } from '../line-policy/index.ts';
import { planRecord } from '../plan-record.ts';
import { viewForwarding } from '../view-forwarding.ts';
import { DAY } from '../watch/index.ts';
import { type ChosenWay, chooseWay } from './choose-way.ts';
import { findNumber } from './find-number.ts';
import { readLine } from './read-line.ts';

/** Activation calls of the carrier are attended for so long after the tenant was last at it. */
const ATTENDED = DAY;
/** Two that start the same line at once: the second finds the first one's row on its next look. */
const LOOKS = 3;

/**
 * Begins to forward a line, or goes on with it. The row is committed before a number is looked for, and the number is
 * asked for under the row's own key; so a start that dies anywhere is finished by the same start, with the same number.
 */
export async function startForwarding(
  deps: ForwardingDeps,
  stats: () => Promise<readonly CodeStats[]>,
  request: StartForwarding,
): Promise<{ readonly forwarding: Forwarding; readonly created: boolean }> {
  const line = await readLine(deps, request.tenantId, request.existingLine);
  const actor = request.actor ?? { kind: 'tenant', id: request.tenantId };
  const begun = await begin(deps, stats, request, line, actor);
  const found = await findNumber(deps, begun.forwarding, actor);
  const forwarding = await keepCode(deps, found.forwarding, await stats());
  const { forwardings } = await deps.open();
  if (forwarding.status !== 'verified') {
    await forwardings.attend(forwarding.numberId, new Date(deps.clock.now().getTime() + ATTENDED));
  }
  if (found.assigned || begun.restarted) {
    const { tenantId, id: forwardingId, numberId } = forwarding;
    deps.events.emit('forwarding.started', { tenantId, forwardingId, numberId });
  }
  return { forwarding: await viewForwarding(deps, forwarding, await stats()), created: found.assigned };
}

interface Begun {
  readonly forwarding: ForwardingRecord;
  readonly restarted: boolean;
}

async function begin(
  deps: ForwardingDeps,
  stats: () => Promise<readonly CodeStats[]>,
  request: StartForwarding,
  line: CheckedLine,
  actor: Actor,
): Promise<Begun> {
  const { forwardings, transaction } = await deps.open();
  for (let look = 1; look <= LOOKS; look += 1) {
    const known = await forwardings.findLive(request.tenantId, line.phoneNumber);
    const before = known && (await shownCode(deps, known, stats));
    const way = await chooseWay(deps, line, request, before);
    const begun = await transaction((stores) =>
      before ? goOn(deps, stores, before.id, way, actor) : insert(deps, stores, request.tenantId, line, way),
    );
    if (begun) return begun;
  }
  throw new Error('the forwarding of this line was begun and ended again and again');
}

/** @returns undefined when the tenant has begun it a moment ago in another call. */
async function insert(
  deps: ForwardingDeps,
  stores: ForwardingStores,
  tenantId: string,
  line: CheckedLine,
  way: ChosenWay,
): Promise<Begun | undefined> {
  const now = deps.clock.now();
  const forwarding: ForwardingRecord = {
    id: deps.ids('fwd'),
    tenantId,
    numberId: null,
    numberAttempt: 0,
    existingLine: line.phoneNumber,
    country: line.country,
    ...way,
    earlierWays: [],
    status: 'setting-up',
    createdAt: now,
    updatedAt: now,
    verifiedAt: null,
    doubtedAt: null,
    brokenAt: null,
    brokenCause: null,
    cancelledAt: null,
    checkAt: new Date(now.getTime() + DAY),
    checks: 0,
  };
  return (await stores.forwardings.insert(forwarding)) ? { forwarding, restarted: false } : undefined;
}

/** @returns undefined when it was proved off meanwhile, so that a new one is to begin. */
async function goOn(
  deps: ForwardingDeps,
  stores: ForwardingStores,
  forwardingId: string,
  way: ChosenWay,
  actor: Actor,
): Promise<Begun | undefined> {
  const before = await stores.forwardings.lock(forwardingId);
  if (!before || before.status === 'off') return undefined;
  const otherwise = before.condition !== way.condition;
  const step = nextStep(before.status, { kind: 'started', otherwise });
  const changed = Object.entries(way).flatMap(([field, value]) =>
    before[field as keyof ChosenWay] === value || field === 'code' ? [] : [field],
  );
  const restarted = before.status === 'cancelling' && step.status !== 'cancelling';
  if (!restarted && changed.length === 0 && before.code === way.code) {
    return { forwarding: before, restarted };
  }
  const now = deps.clock.now();
  // What was in doubt was the way before.
  const change = {
    ...way,
    earlierWays: earlierWays(before, way),
    status: step.status,
    ...(otherwise && { doubtedAt: null }),
    checkAt: new Date(now.getTime() + DAY),
    checks: 0,
  };
  await stores.forwardings.change(forwardingId, change, now);
  await deps.record(stores.trail, {
    event: restarted ? 'forwarding.started' : 'forwarding.changed',
    actor,
    reason: restarted ? 'it is wanted after all' : 'another way was chosen',
    tenantId: before.tenantId,
    ...(before.numberId !== null && { numberId: before.numberId }),
    data: { forwardingId, fields: changed },
  });
  return { forwarding: { ...before, ...change }, restarted };
}

/** What was shown before may have been dialled, and is on until the undo turns it off. */
function earlierWays(before: ForwardingRecord, way: ChosenWay): ForwardingRecord['earlierWays'] {
  const { carrierId, lineKind, condition, code, earlierWays: known } = before;
  if (code === null || way.code === code) return known;
  const others = known.filter(
    (one) => one.code !== code || one.condition !== condition || one.carrierId !== carrierId,
  );
  return [...others, { carrierId, lineKind, condition, code }];
}

/** A start that died before it wrote down its code has shown one all the same: it may have been dialled. */
async function shownCode(
  deps: ForwardingDeps,
  forwarding: ForwardingRecord,
  stats: () => Promise<readonly CodeStats[]>,
): Promise<ForwardingRecord> {
  const { code, numberId } = forwarding;
  if (code !== null || numberId === null) return forwarding;
  return keepCode(deps, { ...forwarding, numberId }, await stats());
}

/** Writes down which code the tenant is shown, so that a new ranking does not change it under the tenant's hands. */
async function keepCode<T extends ForwardingRecord & { readonly numberId: string }>(
  deps: ForwardingDeps,
  forwarding: T,
  stats: readonly CodeStats[],
): Promise<T> {
  if (forwarding.code !== null) return forwarding;
  const { forwardings, numbers } = await deps.open();
  const number = await numbers.get(forwarding.numberId);
  if (!number) return forwarding;
  const { plan } = await planRecord(deps, forwarding, number, stats);
  const chosen = { code: plan.code, alternative: plan.alternative };
  await forwardings.change(forwarding.id, chosen, deps.clock.now());
  return { ...forwarding, ...chosen };
}
