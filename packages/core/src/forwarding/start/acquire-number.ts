import type { Actor } from '../../activity/index.ts';
import { isNumberkitError, NumberkitError } from '../../errors.ts';
import { areaCodeOf } from '../../numbers/index.ts';
import { forwardingErrors } from '../errors.ts';
import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { ForwardingRecord } from '../forwarding-store.ts';

/** As many as a purchase takes. */
const ALTERNATIVES = 5;

/**
 * A number of the tenant's for this forwarding. What costs money goes by a key that is made of the forwarding's id, so
 * that a start that died gets what it had got.
 * @returns its id; `undefined` when the purchase with this key was refused.
 * @throws NumberkitError `no-number-near`, and what a claim or purchase throws
 */
export async function acquireNumber(
  deps: ForwardingDeps,
  forwarding: ForwardingRecord,
  actor: Actor,
): Promise<string | undefined> {
  const own = await unusedNumber(deps, forwarding);
  if (own !== undefined) return own;
  const { tenantId, id, numberAttempt } = forwarding;
  const key = `forwarding:${id}:${numberAttempt}`;
  const { operations } = await deps.open();
  const earlier = await operations.latest(tenantId, 'buy-number', key);
  if (earlier) return earlier.state === 'refused' ? undefined : earlier.numberId;
  return (await claimed(deps, forwarding, key, actor)) ?? (await bought(deps, forwarding, key, actor));
}

/** One that takes the tenant's calls and forwards nothing yet; in the line's own area code, if there is one. */
async function unusedNumber(
  deps: ForwardingDeps,
  { tenantId, existingLine }: ForwardingRecord,
): Promise<string | undefined> {
  const { forwardings, numbers } = await deps.open();
  const used = new Set((await forwardings.listByTenant(tenantId)).map(({ numberId }) => numberId));
  const unused = (await numbers.listByTenant(tenantId)).filter(
    ({ id, state, reclaimAt }) => state === 'assigned' && reclaimAt === null && !used.has(id),
  );
  const areaCode = areaCodeOf(existingLine);
  return (unused.find((number) => number.areaCode === areaCode) ?? unused[0])?.id;
}

async function claimed(
  deps: ForwardingDeps,
  { tenantId, existingLine }: ForwardingRecord,
  idempotencyKey: string,
  actor: Actor,
): Promise<string | undefined> {
  const areaCode = areaCodeOf(existingLine);
  const where = areaCode === null ? await nearTenant(deps, tenantId) : { areaCode };
  if (!where) return undefined;
  try {
    return (await deps.pool.claim({ tenantId, ...where, idempotencyKey, actor })).id;
  } catch (error) {
    if (isNumberkitError(error, 'pool-empty') || isNumberkitError(error, 'unknown-place')) return undefined;
    throw error;
  }
}

async function nearTenant(
  { tenants }: ForwardingDeps,
  tenantId: string,
): Promise<{ readonly near: { readonly latitude: number; readonly longitude: number } } | undefined> {
  const { latitude, longitude } = (await tenants.get(tenantId))?.location ?? {};
  return latitude === undefined || longitude === undefined ? undefined : { near: { latitude, longitude } };
}

async function bought(
  deps: ForwardingDeps,
  { tenantId, existingLine }: ForwardingRecord,
  idempotencyKey: string,
  actor: Actor,
): Promise<string> {
  const areaCode = areaCodeOf(existingLine);
  const searches = areaCode === null ? [{}] : [{ areaCode }, { near: { phoneNumber: existingLine } }];
  for (const search of searches) {
    const [first, ...others] = await offered(deps, { tenantId, ...search, limit: ALTERNATIVES + 1 });
    if (first === undefined) continue;
    const order = { tenantId, phoneNumber: first, alternatives: others, idempotencyKey, actor };
    return (await deps.numbers.buy(order)).id;
  }
  throw new NumberkitError(forwardingErrors.noNumberNear, {
    detail: 'The carrier offers no number near this line at the moment.',
  });
}

async function offered(
  { numbers }: ForwardingDeps,
  search: Parameters<ForwardingDeps['numbers']['search']>[0],
): Promise<readonly string[]> {
  try {
    const found = await numbers.search(search);
    return found.numbers
      .filter(({ capabilities }) => capabilities.voice)
      .map(({ phoneNumber }) => phoneNumber);
  } catch (error) {
    // An area code that nobody serves yet, or a tenant whose place is not known.
    if (isNumberkitError(error, 'unknown-place') || isNumberkitError(error, 'invalid-search')) return [];
    throw error;
  }
}
