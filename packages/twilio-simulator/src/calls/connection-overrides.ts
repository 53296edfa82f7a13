/** Which failures are tried again: connect, read, and answers of 4xx or 5xx. */
export type RetryPolicy = 'ct' | 'rt' | '4xx' | '5xx';

/** How one webhook is fetched. */
export interface ConnectionOverrides {
  readonly connectMs: number;
  readonly readMs: number;
  /** Over all tries. */
  readonly totalMs: number;
  readonly retries: number;
  readonly policies: ReadonlySet<RetryPolicy>;
}

const every: readonly RetryPolicy[] = ['ct', 'rt', '4xx', '5xx'];

/**
 * Reads `#ct=…&rt=…&tt=…&rc=…&rp=…` from a webhook address; values out of range keep their defaults.
 * Source: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function connectionOverrides(url: string): ConnectionOverrides {
  const hash = url.indexOf('#');
  const fragment = new URLSearchParams(hash === -1 ? '' : url.slice(hash + 1));
  const between = (name: string, min: number, max: number, fallback: number): number => {
    const value = fragment.get(name);
    if (value === null || !/^\d+$/.test(value)) return fallback;
    const number = Number(value);
    return number >= min && number <= max ? number : fallback;
  };
  return {
    connectMs: between('ct', 100, 10_000, 5000),
    readMs: between('rt', 100, 15_000, 15_000),
    totalMs: between('tt', 100, 15_000, 15_000),
    retries: between('rc', 0, 5, 1),
    policies: policiesOf(fragment.get('rp')),
  };
}

function policiesOf(value: string | null): ReadonlySet<RetryPolicy> {
  const named = (value ?? '').split(',');
  if (named.includes('all')) return new Set(every);
  const known = every.filter((policy) => named.includes(policy));
  return new Set(known.length > 0 ? known : ['ct']);
}
