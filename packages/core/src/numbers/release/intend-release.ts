import { NumberkitError } from '../../errors.ts';
import { giveBackBounds, heldBound } from '../../guard/index.ts';
import type { Operation } from '../../ledger/index.ts';
import { assertTenantId } from '../../tenant-id.ts';
import { numberErrors } from '../errors.ts';
import { refuseForwarded } from '../forwarded.ts';
import type { LifeDeps, LifeStores } from '../life-deps.ts';
import type { NumberRecord } from '../number-store.ts';
import { checkKey } from '../purchase/index.ts';
import type { Release, Released, ReleaseNumberRequest } from './release.ts';

/** Longer than the requests of one try can take together in all but the worst case; overrunning it is harmless. */
const LEASE_MILLISECONDS = 180_000;
/** The number may be claimed or transferred between the look and the move; then look again. */
const LOOKS = 5;

/** Committed and now to be carried out, or begun by an earlier call. */
export type IntendedRelease = { readonly release: Release } | { readonly released: Released };

/**
 * Step 1 of the money rule: one transaction that stops the number's calls, writes the operation, and gives back what
 * the tenant's limit counted.
 *
 * Race: the move expects the state and the owner that were seen, so a claim or a transfer in between makes it fail,
 * nothing is written, and the number is looked at again.
 */
export async function intendRelease(deps: LifeDeps, request: ReleaseNumberRequest): Promise<IntendedRelease> {
  if (request.tenantId !== undefined) assertTenantId(request.tenantId);
  if (request.idempotencyKey !== undefined) checkKey(request.idempotencyKey);
  const { transaction } = await deps.open();
  for (let look = 1; look <= LOOKS; look += 1) {
    const answer = await transaction((stores) => write(deps, stores, request));
    if (answer) return answer;
  }
  throw wrongState('changed hands again and again while it was to be released');
}

async function write(
  deps: LifeDeps,
  stores: LifeStores,
  request: ReleaseNumberRequest,
): Promise<IntendedRelease | undefined> {
  const number = await stores.numbers.get(request.numberId);
  if (!number || (request.tenantId !== undefined && number.tenantId !== request.tenantId)) {
    throw new NumberkitError(numberErrors.numberNotFound, { detail: 'There is no such number.' });
  }
  const operation = draft(deps, number, request.idempotencyKey);
  await refuseOtherUse(stores, operation);
  if (number.state === 'released' || number.state === 'releasing') {
    return { released: { numberId: number.id, outcome: number.state } };
  }
  if (number.state === 'buying' || number.state === 'porting' || number.state === 'refused') {
    throw wrongState(`is in state ${number.state}`);
  }
  const seen = { state: number.state, tenantId: number.tenantId };
  const change = { reclaimAt: null, reclaimWarned: null, restUntil: null, dueAt: null };
  const now = operation.createdAt;
  if (!(await stores.numbers.move(number.id, seen, 'releasing', change, now))) return undefined;
  await refuseForwarded(stores, number.id);
  if (!(await stores.operations.insert(operation))) throw new Error('a release is recorded already');
  if (number.state === 'assigned' && number.tenantId !== null) {
    await giveBackBounds(stores.limits, [heldBound(deps.limits, number.tenantId)]);
  }
  await deps.record(stores.trail, {
    event: 'number.release-intended',
    actor: request.actor,
    reason: request.reason,
    tenantId: number.tenantId,
    numberId: number.id,
    operationId: operation.id,
    data: { from: number.state },
  });
  return {
    release: { operation, number: { ...number, ...change, state: 'releasing' }, actor: request.actor },
  };
}

/** Same key, other number: a mistake of the caller's, not a repetition. */
async function refuseOtherUse(stores: LifeStores, operation: Operation): Promise<void> {
  const { tenantId, kind, idempotencyKey } = operation;
  const earlier = await stores.operations.latest(tenantId, kind, idempotencyKey);
  if (!earlier || earlier.fingerprint === operation.fingerprint) return;
  throw new NumberkitError(numberErrors.idempotencyConflict, {
    detail: 'This idempotency key was already used to release another number.',
  });
}

function draft(deps: LifeDeps, number: NumberRecord, key: string | undefined): Operation {
  const now = deps.clock.now();
  return {
    id: deps.ids('op'),
    kind: 'release-number',
    state: 'intended',
    tenantId: number.tenantId,
    idempotencyKey: key ?? number.id,
    attempt: 1,
    fingerprint: deps.fingerprint(JSON.stringify(['release-number', number.id])),
    numberId: number.id,
    alternatives: [],
    price: number.monthlyPrice,
    limitWindow: now.toISOString().slice(0, 10),
    calls: 1,
    leaseUntil: new Date(now.getTime() + LEASE_MILLISECONDS),
    failure: null,
    createdAt: now,
    updatedAt: now,
  };
}

function wrongState(what: string): NumberkitError {
  return new NumberkitError(numberErrors.wrongState, { detail: `The number ${what}.` });
}
