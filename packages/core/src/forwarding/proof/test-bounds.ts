import { NumberkitError } from '../../errors.ts';
import type { LimitCounter, LimitStore } from '../../guard/index.ts';
import { forwardingErrors } from '../errors.ts';
import type { ForwardingTerms } from '../forwarding-options.ts';

/** What is counted: a test call, or a question whose line it is. */
export type CountedCall = 'test' | 'lookup';

interface TestBound {
  readonly name: string;
  readonly counter: LimitCounter;
  readonly amount: number;
  readonly max: number;
}

/**
 * Counts a call against every bound, in the transaction that writes its intent: should one be reached, throwing rolls
 * the others back. Always in the same order, so that two transactions never deadlock.
 * @param line a keyed hash of the line
 * @throws NumberkitError `test-limit-reached`
 */
export async function countCall(
  store: LimitStore,
  terms: ForwardingTerms,
  call: {
    readonly kind: CountedCall;
    readonly tenantId: string;
    readonly line: string;
    readonly now: Date;
  },
): Promise<void> {
  for (const { name, counter, amount, max } of boundsOf(terms, call)) {
    if (await store.take(counter, amount, max)) continue;
    throw new NumberkitError(forwardingErrors.testLimitReached, {
      detail: `The limit ${name} of today is reached. Nothing was called.`,
    });
  }
}

function boundsOf(
  { limits, costPerTest }: ForwardingTerms,
  { kind, tenantId, line, now }: Parameters<typeof countCall>[2],
): readonly TestBound[] {
  const window = now.toISOString().slice(0, 10);
  const bound = (name: keyof typeof limits, key: string, amount: number, max: number): TestBound => ({
    name,
    counter: { key, window },
    amount,
    max,
  });
  const counted = `forwarding-${kind}s`;
  return [
    bound('testsPerTenantPerDay', `${counted}:tenant:${tenantId}`, 1, limits.testsPerTenantPerDay),
    bound('testsPerLinePerDay', `${counted}:line:${line}`, 1, limits.testsPerLinePerDay),
    bound('testsPerDay', `${counted}:all`, 1, limits.testsPerDay),
    bound(
      'spendPerTenantPerDay',
      `forwarding-spend:tenant:${tenantId}`,
      costPerTest.amountMicros,
      limits.spendPerTenantPerDay.amountMicros,
    ),
  ];
}
