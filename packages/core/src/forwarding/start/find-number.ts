import type { Actor } from '../../activity/index.ts';
import { isNumberkitError, NumberkitError } from '../../errors.ts';
import { type NumberState, numberErrors } from '../../numbers/index.ts';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { ForwardingRecord } from '../forwarding-store.ts';
import { acquireNumber } from './acquire-number.ts';

/** A forwarding with its number; `assigned`: it got it now. */
export interface FoundNumber {
  readonly forwarding: ForwardingRecord & { readonly numberId: string };
  readonly assigned: boolean;
}

const TRIES = 4;
const LEASE = 30_000;
const WAIT_STEP = 100;
const WAITS = 100;

/** Numbers that will never take this forwarding's calls again. */
const GONE: readonly NumberState[] = ['refused', 'releasing', 'released'];

/**
 * Gives a forwarding its number: the one it has, an unused one of the tenant's, one from the pool, or one that is bought.
 *
 * Race: one process at a time looks for it, under a lease; another that starts the same line waits for its answer. Should
 * both look all the same (a process that died held the lease), the number's row decides: `ForwardingStore.assign`.
 *
 * @throws NumberkitError `no-number-near`, and what a claim or purchase throws
 */
export async function findNumber(
  deps: ForwardingDeps,
  forwarding: ForwardingRecord,
  actor: Actor,
): Promise<FoundNumber> {
  const had = await numberItHas(deps, forwarding.id);
  if (had) return { forwarding: had, assigned: false };
  const { leases } = await deps.open();
  const lease = `forwarding:${forwarding.id}`;
  const holder = deps.ids('run');
  for (let wait = 1; wait <= WAITS; wait += 1) {
    const now = deps.clock.now();
    if (await leases.take(lease, holder, now, new Date(now.getTime() + LEASE))) break;
    await deps.clock.sleep(WAIT_STEP);
  }
  try {
    return await look(deps, forwarding.id, actor);
  } finally {
    await leases.release(lease, holder);
  }
}

async function look(deps: ForwardingDeps, forwardingId: string, actor: Actor): Promise<FoundNumber> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const had = await numberItHas(deps, forwardingId);
    if (had) return { forwarding: had, assigned: false };
    const { forwardings } = await deps.open();
    const forwarding = await forwardings.get(forwardingId);
    if (!forwarding) break;
    const numberId = await tryToAcquire(deps, forwarding, actor);
    if (numberId !== undefined && (await assign(deps, forwarding, numberId, actor))) {
      return { forwarding: { ...forwarding, numberId }, assigned: true };
    }
    // What this key leads to is refused, or another forwarding's: the next try asks for another number.
    await forwardings.change(forwardingId, { numberAttempt: forwarding.numberAttempt + 1 }, deps.clock.now());
  }
  throw new Error(`forwarding ${forwardingId} got no number: each was taken by another`);
}

async function tryToAcquire(
  deps: ForwardingDeps,
  forwarding: ForwardingRecord,
  actor: Actor,
): Promise<string | undefined> {
  try {
    return await acquireNumber(deps, forwarding, actor);
  } catch (error) {
    // The same key asked for other numbers before: a start that died, after a search that found others.
    if (isNumberkitError(error, 'idempotency-conflict')) return undefined;
    throw error;
  }
}

async function assign(
  deps: ForwardingDeps,
  { id: forwardingId, tenantId }: ForwardingRecord,
  numberId: string,
  actor: Actor,
): Promise<boolean> {
  const { transaction } = await deps.open();
  return transaction(async (stores) => {
    const now = deps.clock.now();
    if (!(await stores.forwardings.assign(forwardingId, numberId, tenantId, now))) return false;
    await deps.record(stores.trail, {
      event: 'forwarding.started',
      actor,
      reason: 'the tenant keeps its line and forwards it',
      tenantId,
      numberId,
      data: { forwardingId },
    });
    return true;
  });
}

/** The forwarding, if it has a number that takes calls or soon will. One that is gone is taken away. */
async function numberItHas(
  deps: ForwardingDeps,
  forwardingId: string,
): Promise<FoundNumber['forwarding'] | undefined> {
  const { forwardings, numbers } = await deps.open();
  const forwarding = await forwardings.get(forwardingId);
  if (!forwarding || forwarding.numberId === null) return undefined;
  const { numberId } = forwarding;
  const number = await numbers.get(numberId);
  if (number?.state === 'resting') {
    throw new NumberkitError(numberErrors.wrongState, {
      detail: 'The number of this forwarding rests after its tenant had left; it takes no calls.',
    });
  }
  if (number && !GONE.includes(number.state)) return { ...forwarding, numberId };
  const now = deps.clock.now();
  await forwardings.unassign(forwardingId, numberId, now);
  // What was proved was the number that is gone; the line has to be told of the new one.
  const lost = forwarding.status === 'verified' && {
    status: 'broken' as const,
    brokenAt: now,
    brokenCause: 'refused' as const,
  };
  await forwardings.change(forwardingId, { numberAttempt: forwarding.numberAttempt + 1, ...lost }, now);
  return undefined;
}
