import type { Money } from '@numberkit/contract';
import type { LimitCounter, LimitStore } from './limit-store.ts';

/** How much may be bought. Every bound is optional; without one there is none. */
export interface PurchaseLimits {
  /** Numbers one tenant may hold at a time, purchases under way included. Default 3. */
  readonly numbersPerTenant?: number;
  /** Purchases of one tenant in one UTC day. Default 10. */
  readonly purchasesPerTenantPerDay?: number;
  /** Purchases of all tenants in one UTC day. Default 500. */
  readonly purchasesPerDay?: number;
  /** Monthly cost newly taken on in one UTC day, all tenants. No default. */
  readonly spendPerDay?: Money;
  /** The same for one tenant. No default. */
  readonly spendPerTenantPerDay?: Money;
}

/** What one purchase counts against. */
export interface PurchaseClaim {
  /** Null when it is for the pool: then no tenant's limits are counted. */
  readonly tenantId: string | null;
  /** Monthly price; null when the carrier did not tell. */
  readonly price: Money | null;
  /** UTC day, `2026-11-22`. */
  readonly day: string;
}

/** One bound as the store counts it. */
export interface Bound {
  readonly name: keyof PurchaseLimits;
  readonly counter: LimitCounter;
  readonly amount: number;
  readonly max: number;
}

const defaults = { numbersPerTenant: 3, purchasesPerTenantPerDay: 10, purchasesPerDay: 500 };

/** The bounds that one purchase must pass, always in the same order, so that two transactions never deadlock. */
export function purchaseBounds(limits: PurchaseLimits, claim: PurchaseClaim): readonly Bound[] {
  const { tenantId, day, price } = claim;
  const set = { ...defaults, ...limits };
  const bounds: Bound[] = [];
  if (tenantId !== null) {
    bounds.push(
      heldBound(limits, tenantId),
      bound('purchasesPerTenantPerDay', `purchases:tenant:${tenantId}`, day, 1, set.purchasesPerTenantPerDay),
    );
  }
  bounds.push(bound('purchasesPerDay', 'purchases:all', day, 1, set.purchasesPerDay));
  const micros = price?.amountMicros ?? 0;
  if (limits.spendPerTenantPerDay && tenantId !== null) {
    const key = `spend:tenant:${tenantId}`;
    bounds.push(bound('spendPerTenantPerDay', key, day, micros, limits.spendPerTenantPerDay.amountMicros));
  }
  if (limits.spendPerDay) {
    bounds.push(bound('spendPerDay', 'spend:all', day, micros, limits.spendPerDay.amountMicros));
  }
  return bounds;
}

/**
 * The bounds that a claim of a pooled number must pass: the tenant's own. The number was counted against the bounds of
 * all tenants when it was bought for the pool.
 */
export function claimBounds(
  limits: PurchaseLimits,
  claim: PurchaseClaim & { readonly tenantId: string },
): readonly Bound[] {
  const { purchasesPerDay, spendPerDay, ...own } = limits;
  return purchaseBounds(own, claim).filter(({ name }) => name !== 'purchasesPerDay');
}

/** The standing count of the numbers a tenant holds; taken when it gets one, given back when it no longer has it. */
export function heldBound(limits: PurchaseLimits, tenantId: string): Bound {
  const max = limits.numbersPerTenant ?? defaults.numbersPerTenant;
  return bound('numbersPerTenant', `numbers:tenant:${tenantId}`, 'ever', 1, max);
}

function bound(name: keyof PurchaseLimits, key: string, window: string, amount: number, max: number): Bound {
  return { name, counter: { key, window }, amount, max };
}

/** Does a limit count money that this price cannot be counted in (unknown, or another currency)? */
export function cannotCount(limits: PurchaseLimits, price: Money | null): boolean {
  return [limits.spendPerDay, limits.spendPerTenantPerDay].some(
    (limit) => limit !== undefined && limit.currency !== price?.currency,
  );
}

/**
 * Takes from every bound. Call it in the transaction of the intent: when it names a bound that would be passed,
 * throw, so that the others are rolled back.
 */
export async function takeBounds(store: LimitStore, bounds: readonly Bound[]): Promise<Bound | undefined> {
  for (const each of bounds) {
    if (!(await store.take(each.counter, each.amount, each.max))) return each;
  }
  return undefined;
}

/** Gives back to every bound, when a purchase was clearly refused. */
export async function giveBackBounds(store: LimitStore, bounds: readonly Bound[]): Promise<void> {
  for (const each of bounds) await store.giveBack(each.counter, each.amount);
}
