import type { PurchaseLimits } from '../src/guard/index.ts';
import type { ReclaimPolicy } from '../src/numbers/index.ts';
import type { PoolPolicy } from '../src/pool/index.ts';

/** The carrier account of every run. */
export const ACCOUNT_SID = `AC${'0123456789abcdef'.repeat(2)}`;
export const AUTH_TOKEN = 'torture-token';
/** Database keys; the driver reads the database with them, to check it. */
export const KEYS = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** How much faster than the wall clock time passes for the hosts. */
export const SPEED = 25;

/** Where every number of ours must send its calls. */
export const VOICE = { voiceUrl: 'https://app.example.com/twilio/voice' } as const;

/** Low enough per tenant to be met, and never met by all together. */
export const LIMITS: PurchaseLimits = {
  numbersPerTenant: 3,
  purchasesPerTenantPerDay: 8,
  purchasesPerDay: 1_000_000,
};

const MINUTE_IN_DAYS = 1 / (24 * 60);

/** A number is taken back within one jump of the clock and is back in the pool after another one. */
export const RECLAIM: ReclaimPolicy = {
  graceDays: MINUTE_IN_DAYS,
  warningDays: [],
  restDays: 3 * MINUTE_IN_DAYS,
  afterRest: 'pool',
};
/** What the sweep `replenish-pool` keeps in stock. */
export const POOL = { targets: { '415': 3, '628': 2 } } as const satisfies PoolPolicy;

/** Numbers in the account that another program bought and uses: never to be touched. */
export const FOREIGN = {
  tag: 'another program',
  voiceUrl: 'https://other.example.net/voice',
} as const;
