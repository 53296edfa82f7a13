import type { BuyAnswer, RefusalReason } from '../../carrier/index.ts';
import { askCarrier, ensureSettings } from './ask-carrier.ts';
import { type Intent, LEASE_MILLISECONDS, type Placed, type PurchaseDeps } from './purchase-deps.ts';
import { markUnknown, settleBought, settleRefused, stillPending } from './settle.ts';

/** How often one process calls the carrier for one operation; afterwards the sweep goes on asking. */
const MAX_CALLS = 3;
const RETRY_PAUSE_MILLISECONDS = 400;

const failures: Readonly<Record<RefusalReason, string>> = {
  unavailable: 'number-unavailable',
  restricted: 'number-restricted',
  account: 'carrier-account',
  invalid: 'invalid-phone-number',
};

/**
 * Step 2 of the money rule: calls the carrier for a committed intent and settles it. When the answer is not clear,
 * the carrier is asked what it did before anything else; only if it knows nothing of the number is the same exact
 * number ordered again, under the same tag.
 */
export async function placeOrder(deps: PurchaseDeps, intent: Intent): Promise<Placed> {
  const placed = await order(deps, intent);
  const { tenantId, numberId } = intent.operation;
  if (placed.outcome === 'pending' && tenantId !== null) {
    deps.events.emit('number.pending', { tenantId, numberId });
  }
  return placed;
}

async function order(deps: PurchaseDeps, intent: Intent): Promise<Placed> {
  for (let call = 1; ; call += 1) {
    const answer = await callCarrier(deps, intent);
    const settled = await settleAnswer(deps, intent, answer, call);
    if (settled) return settled;
    if (call === MAX_CALLS) return stillPending(intent);
    await deps.clock.sleep(RETRY_PAUSE_MILLISECONDS * call);
    if (!(await renewLease(deps, intent, call + 1))) return stillPending(intent);
  }
}

/** @returns undefined when the carrier knows nothing of the number: it may be ordered again. */
async function settleAnswer(
  deps: PurchaseDeps,
  intent: Intent,
  answer: BuyAnswer,
  call: number,
): Promise<Placed | undefined> {
  if (answer.outcome === 'bought') return settleBought(deps, intent, answer.number, false);
  const refused = answer.outcome === 'refused';
  if (refused && call === 1) return settleRefused(deps, intent, failures[answer.reason], answer.detail);
  if (!refused) await markUnknown(deps, intent, answer.detail);
  const settled = await settleByAsking(deps, intent);
  if (settled !== 'absent') return settled;
  // Refused after an unclear call: it may be ours already and not listed yet (21422 is also what an account gets for a
  // number that its own earlier call is still taking). Only the sweep, after the lease, may say that it is not.
  return refused ? stillPending(intent) : undefined;
}

/**
 * Settles an operation by what the carrier says about its number. `absent` settles nothing: whether to order again or
 * to give up is the caller's to know.
 */
export async function settleByAsking(deps: PurchaseDeps, intent: Intent): Promise<Placed | 'absent'> {
  const { carrier, settings } = deps;
  const { id } = intent.operation;
  const onError = deps.report(`the carrier could not be asked about operation ${id}`);
  const found = await askCarrier(carrier, intent.number.phoneNumber, id, onError);
  if (found.finding === 'no-answer') return stillPending(intent);
  if (found.finding === 'absent') return 'absent';
  if (found.finding === 'foreign') {
    return settleRefused(
      deps,
      intent,
      'number-unavailable',
      'the account has this number for another purpose',
    );
  }
  try {
    await ensureSettings(carrier, found.number, settings);
  } catch (error) {
    // Ours, but its calls may not reach us yet. Stay unknown: the next look adopts and points it.
    deps.report(`the number of operation ${id} could not be pointed at us`)(error);
    return stillPending(intent);
  }
  return settleBought(deps, intent, found.number, true);
}

async function callCarrier(deps: PurchaseDeps, intent: Intent): Promise<BuyAnswer> {
  try {
    return await deps.carrier.buyNumber({
      ...deps.settings,
      phoneNumber: intent.number.phoneNumber,
      tag: intent.operation.id,
    });
  } catch (error) {
    // An adapter must not throw here; if it does, the call may all the same have taken effect.
    const detail = error instanceof Error ? error.name : 'not an error';
    return { outcome: 'unknown', detail: `the carrier adapter threw ${detail}` };
  }
}

/**
 * Race: a sweep may have taken the operation over while we waited. Ordering again is allowed only to whoever still
 * holds it, which one conditional update decides.
 */
async function renewLease(deps: PurchaseDeps, intent: Intent, calls: number): Promise<boolean> {
  const { operations } = await deps.open();
  const now = deps.clock.now();
  if (now >= intent.operation.leaseUntil) return false;
  const leaseUntil = new Date(now.getTime() + LEASE_MILLISECONDS);
  return operations.move(intent.operation.id, ['unknown'], { calls, leaseUntil }, now);
}
