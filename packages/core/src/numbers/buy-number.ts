import type { TenantNumber } from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';
import { NumberkitError } from '../errors.ts';
import type { Operation } from '../ledger/index.ts';
import { claimForPurchase } from './claim/index.ts';
import { numberErrors } from './errors.ts';
import {
  anotherMayDo,
  type CheckedPurchase,
  checkPurchase,
  inspectCandidate,
  intend,
  type Placed,
  type PurchaseDeps,
  placeOrder,
  refusal,
} from './purchase/index.ts';
import { tenantNumber } from './tenant-number.ts';

/** An order for a number. */
export interface BuyNumberRequest {
  readonly tenantId: string;
  /** E.164, as a search returned it. */
  readonly phoneNumber: string;
  /** Tried in order when the number is taken meanwhile; at most 5. */
  readonly alternatives?: readonly string[];
  /** 1 to 128 visible ASCII characters, one per intent: same key and same request, same answer. */
  readonly idempotencyKey: string;
  /** Who asks, for the trail. Default: the tenant. */
  readonly actor?: Actor;
}

/** Buys a number for a tenant; see {@link createBuyNumber}. */
export type BuyNumber = (request: BuyNumberRequest) => Promise<TenantNumber>;

/** How long a repeated request waits for the first one's outcome before it answers `pending`. */
const FOLLOW_MILLISECONDS = 8_000;
const FOLLOW_STEP_MILLISECONDS = 100;

/**
 * The one place where a number is bought. By the money rule: the intent is committed before the carrier is called,
 * exactly one number is ordered under the operation's own tag, and an unclear answer is settled by asking the
 * carrier, never by ordering blindly again. A number that waits in the pool is claimed, without a carrier call.
 *
 * Answers a number with status `active`, or `pending` while the outcome is unknown (the sweep settles it).
 *
 * @throws NumberkitError `number-unavailable` (with `alternatives`), `number-restricted`, `invalid-phone-number`,
 * `invalid-purchase`, `idempotency-conflict`, `limit-reached`, `price-unknown`, or one of `carrierErrors`.
 */
export function createBuyNumber(deps: PurchaseDeps): BuyNumber {
  // Same key at the same time in this process: one runs, the others get its answer.
  const underWay = new Map<string, { fingerprint: string; answer: Promise<TenantNumber> }>();
  return async (request) => {
    const purchase = await checkPurchase(deps, request);
    const key = JSON.stringify([purchase.tenantId, purchase.idempotencyKey]);
    const first = underWay.get(key);
    if (first) {
      if (first.fingerprint !== purchase.fingerprint) throw conflict();
      return first.answer;
    }
    const answer = buyOnce(deps, purchase).finally(() => underWay.delete(key));
    underWay.set(key, { fingerprint: purchase.fingerprint, answer });
    return answer;
  };
}

async function buyOnce(deps: PurchaseDeps, purchase: CheckedPurchase): Promise<TenantNumber> {
  const { operations } = await deps.open();
  const earlier = await operations.latest(purchase.tenantId, 'buy-number', purchase.idempotencyKey);
  return earlier ? follow(deps, purchase, earlier) : tryCandidates(deps, purchase, 0, undefined);
}

async function tryCandidates(
  deps: PurchaseDeps,
  purchase: CheckedPurchase,
  start: number,
  refused: Operation | undefined,
): Promise<TenantNumber> {
  let after = refused;
  let failure = refused?.failure ?? 'number-unavailable';
  for (let index = start; index < purchase.candidates.length; index += 1) {
    const placed = await tryCandidate(deps, purchase, index, after);
    if ('follow' in placed) return follow(deps, purchase, placed.follow);
    if (placed.outcome !== 'refused') return tenantNumber(placed.number, index > 0);
    failure = placed.failure;
    after = placed.operation ?? after;
    if (!anotherMayDo(failure)) break;
  }
  throw await refusal(deps, failure, purchase.phoneNumber);
}

type Tried = (Placed & { readonly operation?: Operation }) | { readonly follow: Operation };

async function tryCandidate(
  deps: PurchaseDeps,
  purchase: CheckedPurchase,
  index: number,
  after: Operation | undefined,
): Promise<Tried> {
  const candidate = purchase.candidates[index];
  if (!candidate) throw new RangeError('no such candidate');
  const held = await claimIfPooled(deps, purchase, index, after);
  if (held) return held;
  const inspection = await inspectCandidate(deps.carrier, candidate);
  if (inspection.verdict === 'restricted') return { outcome: 'refused', failure: 'number-restricted' };
  if (inspection.verdict === 'owned') return ownedCandidate(deps, purchase, after);
  const answer = await intend(deps, {
    ...purchase,
    facts: inspection.facts,
    attempt: index + 1,
    alternatives: purchase.candidates.slice(index + 1).map((each) => each.phoneNumber),
    after,
  });
  if (answer.outcome === 'replayed') return { follow: answer.operation };
  if (answer.outcome !== 'intended') return { outcome: 'refused', failure: 'number-unavailable' };
  return { ...(await placeOrder(deps, answer.intent)), operation: answer.intent.operation };
}

/** A candidate that waits in the pool is the tenant's at once; `undefined` when it does not wait there. */
async function claimIfPooled(
  deps: PurchaseDeps,
  purchase: CheckedPurchase,
  index: number,
  after: Operation | undefined,
): Promise<Tried | undefined> {
  const { numbers } = await deps.open();
  const pooled = await numbers.findByPhoneNumber(purchase.candidates[index]?.phoneNumber ?? '');
  if (pooled?.state !== 'pooled') return undefined;
  const answer = await claimForPurchase(deps, purchase, index, pooled);
  if (answer.outcome === 'claimed') return { outcome: 'active', number: answer.number };
  // Given away since we looked: to this very purchase, when its key was used meanwhile, or to another tenant.
  return ownedCandidate(deps, purchase, after);
}

/** The account has the number: another call with this key may have bought it since we looked for the key. */
async function ownedCandidate(
  deps: PurchaseDeps,
  purchase: CheckedPurchase,
  after: Operation | undefined,
): Promise<Tried> {
  const { operations } = await deps.open();
  const latest = await operations.latest(purchase.tenantId, 'buy-number', purchase.idempotencyKey);
  if (latest && latest.id !== after?.id) return { follow: latest };
  return { outcome: 'refused', failure: 'number-unavailable' };
}

/** The same request again: waits a little for the first one's outcome, and gives the same answer. */
async function follow(
  deps: PurchaseDeps,
  purchase: CheckedPurchase,
  earlier: Operation,
): Promise<TenantNumber> {
  if (earlier.fingerprint !== purchase.fingerprint) throw conflict();
  const { operations, numbers } = await deps.open();
  const until = deps.clock.now().getTime() + FOLLOW_MILLISECONDS;
  let operation = earlier;
  while (isOpen(operation) && deps.clock.now().getTime() < until) {
    await deps.clock.sleep(FOLLOW_STEP_MILLISECONDS);
    operation = (await operations.get(operation.id)) ?? operation;
  }
  if (operation.state === 'refused') {
    const failure = operation.failure ?? 'number-unavailable';
    if (anotherMayDo(failure)) return tryCandidates(deps, purchase, operation.attempt, operation);
    throw await refusal(deps, failure, purchase.phoneNumber);
  }
  const number = await numbers.get(operation.numberId);
  if (!number) throw new Error(`operation ${operation.id} has no number row`);
  return tenantNumber(number, operation.attempt > 1);
}

function isOpen(operation: Operation): boolean {
  return operation.state === 'intended' || operation.state === 'unknown';
}

function conflict(): NumberkitError {
  return new NumberkitError(numberErrors.idempotencyConflict, {
    detail: 'This idempotency key was already used for a purchase with other numbers.',
    fields: [
      {
        field: 'Idempotency-Key',
        reason: 'already used for another request',
        remedy: 'Use a new key for a new purchase.',
      },
    ],
  });
}
