import type { Money } from '@numberkit/contract';
import type { Actor } from '../../activity/index.ts';
import { cannotCount, purchaseBounds, takeBounds } from '../../guard/index.ts';
import type { Operation } from '../../ledger/index.ts';
import type { NumberRecord } from '../number-store.ts';
import { countedAs } from './counted-as.ts';
import type { CandidateFacts } from './inspect-candidate.ts';
import { limitReached, priceUnknown } from './limit-refusals.ts';
import { type Intent, LEASE_MILLISECONDS, type PurchaseDeps, type PurchaseStores } from './purchase-deps.ts';

/** One candidate of a purchase, about to be intended. */
export interface IntendedCandidate {
  /** Null: for the pool. */
  readonly tenantId: string | null;
  readonly idempotencyKey: string;
  readonly fingerprint: string;
  readonly actor: Actor;
  readonly facts: CandidateFacts;
  /** 1 for the number asked for, 2 for the first alternative, and so on. */
  readonly attempt: number;
  /** Candidates after this one. */
  readonly alternatives: readonly string[];
  /** The refused operation this candidate follows, when one was recorded. */
  readonly after: Operation | undefined;
  /** For the pool: how many numbers it may hold in the candidate's area code, this one included. */
  readonly upTo?: number;
}

/**
 * `intended`: committed, the carrier may be called. `taken`: another tenant has or wants this number.
 * `replayed`: the same intent is already recorded by another call. `full`: the pool holds enough in this area code.
 */
export type IntentAnswer =
  | { readonly outcome: 'intended'; readonly intent: Intent }
  | { readonly outcome: 'taken' | 'full' }
  | { readonly outcome: 'replayed'; readonly operation: Operation };

/**
 * Step 1 of the money rule: one transaction that checks the limits and commits the operation and the number row.
 *
 * Race: of many tenants that want one number, the unique blind index lets one through. Of many calls with one key,
 * whoever finds the number's row or the operation already there looks for the intent's latest operation *after*
 * that conflict, when the winner's transaction has ended, and follows it. Of many processes that fill the pool, each
 * counts the area's numbers behind the area's lock, which the one before held until its own row was committed; so
 * together they never intend more than `upTo`.
 */
export async function intend(deps: PurchaseDeps, candidate: IntendedCandidate): Promise<IntentAnswer> {
  const price = await deps.priceOf(candidate.facts.country, candidate.facts.type);
  if (cannotCount(deps.limits, price)) throw priceUnknown();
  const intent = draft(deps, candidate, price);
  const { transaction } = await deps.open();
  try {
    return await transaction((stores) => write(deps, stores, candidate, intent));
  } catch (error) {
    if (error instanceof AlreadyRecorded) return { outcome: 'replayed', operation: error.operation };
    throw error;
  }
}

async function write(
  deps: PurchaseDeps,
  stores: PurchaseStores,
  candidate: IntendedCandidate,
  intent: Intent,
): Promise<IntentAnswer> {
  const { operation, number } = intent;
  if (await isFull(stores, candidate)) return { outcome: 'full' };
  if (!(await stores.numbers.insert(number))) {
    const other = await latestOther(stores, candidate);
    return other ? { outcome: 'replayed', operation: other } : { outcome: 'taken' };
  }
  if (!(await stores.operations.insert(operation))) {
    const other = await latestOther(stores, candidate);
    // Rolls the number row back. `other` is there: its unique key is what refused the insert.
    throw other ? new AlreadyRecorded(other) : new Error('operation conflict without an operation');
  }
  const passed = await takeBounds(stores.limits, purchaseBounds(deps.limits, countedAs(operation)));
  if (passed) throw limitReached(passed);
  await deps.record(stores.trail, {
    event: 'number.purchase-intended',
    actor: intent.actor,
    reason: reasonOf(candidate),
    tenantId: candidate.tenantId,
    numberId: number.id,
    operationId: operation.id,
    data: { attempt: operation.attempt, price: operation.price },
  });
  return { outcome: 'intended', intent };
}

async function isFull(stores: PurchaseStores, { upTo, facts }: IntendedCandidate): Promise<boolean> {
  return upTo !== undefined && (await stores.pooled.lockArea(facts.areaCode ?? '')) >= upTo;
}

function reasonOf({ tenantId, attempt }: IntendedCandidate): string {
  if (tenantId === null) return 'bought in advance for the pool';
  return attempt === 1 ? 'the tenant chose this number' : 'the number before it was taken';
}

/** The intent's latest operation, unless it is the refused one that this candidate follows. */
async function latestOther(
  stores: PurchaseStores,
  candidate: IntendedCandidate,
): Promise<Operation | undefined> {
  const latest = await stores.operations.latest(candidate.tenantId, 'buy-number', candidate.idempotencyKey);
  return latest?.id === candidate.after?.id ? undefined : latest;
}

function draft(deps: PurchaseDeps, candidate: IntendedCandidate, price: Money | null): Intent {
  const { facts, tenantId } = candidate;
  const now = deps.clock.now();
  const number: NumberRecord = {
    id: deps.ids('num'),
    phoneNumber: facts.phoneNumber,
    state: 'buying',
    tenantId,
    type: facts.type,
    country: facts.country,
    areaCode: facts.areaCode,
    locality: facts.locality,
    region: facts.region,
    capabilities: facts.capabilities,
    source: 'bought',
    carrierSid: null,
    monthlyPrice: price,
    createdAt: now,
    updatedAt: now,
    activatedAt: null,
    reclaimAt: null,
    reclaimWarned: null,
    restUntil: null,
    dueAt: null,
    settingsMark: null,
  };
  const operation: Operation = {
    id: deps.ids('op'),
    kind: 'buy-number',
    state: 'intended',
    tenantId,
    idempotencyKey: candidate.idempotencyKey,
    attempt: candidate.attempt,
    fingerprint: candidate.fingerprint,
    numberId: number.id,
    alternatives: candidate.alternatives,
    price,
    limitWindow: now.toISOString().slice(0, 10),
    calls: 1,
    leaseUntil: new Date(now.getTime() + LEASE_MILLISECONDS),
    failure: null,
    createdAt: now,
    updatedAt: now,
  };
  return { operation, number, actor: candidate.actor };
}

/** Leaves a transaction so that it is rolled back, and carries the operation to follow instead. */
class AlreadyRecorded extends Error {
  readonly operation: Operation;
  constructor(operation: Operation) {
    super('the intent is already recorded');
    this.operation = operation;
  }
}
