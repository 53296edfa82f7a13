import type { FieldProblem, TenantNumber } from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';
import { NumberkitError } from '../errors.ts';
import {
  checkKey,
  describePhoneNumber,
  numberErrors,
  type PooledChoice,
  tenantNumber,
} from '../numbers/index.ts';
import { assertTenantId } from '../tenant-id.ts';
import { type AskedArea, askedArea, type Near, neighboursOf } from './claim-areas.ts';
import { poolErrors } from './errors.ts';
import type { PoolDeps } from './pool-deps.ts';

/** A claim on the pool. Name one of `areaCode`, `near` and `phoneNumber`. */
export interface ClaimRequest {
  readonly tenantId: string;
  /** Three digits. */
  readonly areaCode?: string;
  /** A place as a person types it, such as `Oakland, CA`, or a point in degrees. */
  readonly near?: Near;
  /** E.164: exactly this pooled number. */
  readonly phoneNumber?: string;
  /** 1 to 128 visible ASCII characters, one per intent: same key and same request, same answer. */
  readonly idempotencyKey: string;
  /** Who asks, for the trail. Default: the tenant. */
  readonly actor?: Actor;
}

/** One claim on its way. */
interface Claiming {
  readonly request: ClaimRequest;
  readonly fingerprint: string;
}

/** Gives pooled numbers to tenants; see `Pool.claim`. */
export function createClaim(deps: PoolDeps): (request: ClaimRequest) => Promise<TenantNumber> {
  return async (request) => {
    assertTenantId(request.tenantId);
    checkKey(request.idempotencyKey);
    const { areaCode = null, near = null, phoneNumber = null } = request;
    checkPlace([areaCode, near, phoneNumber]);
    const fingerprint = deps.fingerprint(JSON.stringify(['claim', areaCode, near, phoneNumber]));
    const claiming = { request, fingerprint };
    if (phoneNumber !== null) return claimExact(deps, claiming, phoneNumber);
    return claimNear(deps, claiming, await askedArea(areaCode, near));
  };
}

async function claimExact(deps: PoolDeps, claiming: Claiming, phoneNumber: string): Promise<TenantNumber> {
  const facts = await describePhoneNumber(phoneNumber);
  if (!facts) throw invalidClaim('phoneNumber', 'is not a number in E.164 form');
  const { numbers } = await deps.open();
  const held = await numbers.findByPhoneNumber(facts.phoneNumber);
  const taken = held && (await take(deps, claiming, { numberId: held.id }, facts.areaCode));
  const answer = taken ?? (await replay(deps, claiming));
  if (answer) return answer;
  throw new NumberkitError(numberErrors.numberUnavailable, {
    detail: 'This number is not in the pool, or was given to somebody else a moment ago.',
  });
}

/**
 * The area code that was asked for first, and only if it is empty the others: so a claim that is served where it was
 * wanted costs one transaction.
 */
async function claimNear(deps: PoolDeps, claiming: Claiming, asked: AskedArea): Promise<TenantNumber> {
  for (const areaCode of asked.areaCodes) {
    const taken = await take(deps, claiming, { areaCode }, areaCode);
    if (taken) return taken;
  }
  const earlier = await replay(deps, claiming);
  if (earlier) return earlier;
  for (const areaCode of await neighboursOf(deps, asked)) {
    const taken = await take(deps, claiming, { areaCode }, asked.areaCode);
    if (taken) return taken;
  }
  await noteMiss(deps, claiming, asked.areaCode);
  throw new NumberkitError(poolErrors.poolEmpty, {
    detail: `The pool holds no number in or near area code ${asked.areaCode}.`,
  });
}

async function take(
  deps: PoolDeps,
  claiming: Claiming,
  choice: PooledChoice,
  askedAreaCode: string | null,
): Promise<TenantNumber | undefined> {
  const { tenantId, idempotencyKey, actor } = claiming.request;
  const elsewhere = 'areaCode' in choice && choice.areaCode !== askedAreaCode;
  const answer = await deps.forPool.claim({
    tenantId,
    choice,
    actor: actor ?? { kind: 'tenant', id: tenantId },
    reason: elsewhere ? 'nearest to where the pool is empty' : 'claimed from the pool',
    substituted: elsewhere,
    record: { idempotencyKey, fingerprint: claiming.fingerprint, askedAreaCode },
  });
  if (answer.outcome === 'claimed') return answer.view;
  return answer.outcome === 'replayed' ? replay(deps, claiming) : undefined;
}

/** What the same key was given before; `undefined` when it was not used. */
async function replay(deps: PoolDeps, { request, fingerprint }: Claiming): Promise<TenantNumber | undefined> {
  const { pooled, numbers } = await deps.open();
  const earlier = await pooled.findClaim(request.tenantId, request.idempotencyKey);
  if (!earlier) return undefined;
  if (earlier.fingerprint !== fingerprint) {
    throw new NumberkitError(numberErrors.idempotencyConflict, {
      detail: 'This idempotency key was already used for another claim.',
    });
  }
  const number = await numbers.get(earlier.numberId ?? '');
  if (!number) throw new Error(`claim ${earlier.id} has no number row`);
  return tenantNumber(number, earlier.askedAreaCode !== earlier.givenAreaCode);
}

async function noteMiss(deps: PoolDeps, { request, fingerprint }: Claiming, areaCode: string): Promise<void> {
  const { pooled } = await deps.open();
  await pooled.insertClaim({
    id: deps.ids('clm'),
    tenantId: request.tenantId,
    // A miss does not use the key up: the same claim may be served later.
    idempotencyKey: null,
    fingerprint,
    askedAreaCode: areaCode,
    numberId: null,
    givenAreaCode: null,
    createdAt: deps.clock.now(),
  });
}

function checkPlace(places: readonly unknown[]): void {
  const named = places.filter((place) => place !== null).length;
  if (named === 1) return;
  throw invalidClaim('areaCode', named === 0 ? 'is missing' : 'is not the only place named');
}

function invalidClaim(field: string, reason: string): NumberkitError {
  const problem: FieldProblem = {
    field,
    reason,
    remedy: 'Name exactly one of areaCode, near and phoneNumber.',
  };
  return new NumberkitError(poolErrors.invalidClaim, {
    detail: `The claim is refused: ${field} ${reason}.`,
    fields: [problem],
  });
}
