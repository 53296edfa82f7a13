// One host process that fills the pool, and is killed or comes to its end; started by prebuy-killed.test.ts.
import { Pool } from 'pg';
import { twilio } from '../../src/carrier/twilio/index.ts';
import { createNumberkit } from '../../src/index.ts';
import type { StorageProvider } from '../../src/storage/index.ts';
import { postgres } from '../../src/storage/kysely/postgres/index.ts';
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';
import type { DatabaseAddress } from '../../torture/host/protocol.ts';
import { ACCOUNT_SID, AUTH_TOKEN, KEYS, LIMITS, VOICE } from '../../torture/settings.ts';
import { type ClockSetting, createTortureClock } from '../../torture/torture-clock.ts';

/** What the process is told, as its one argument, in JSON. */
export interface PrebuyTask {
  readonly database: DatabaseAddress;
  readonly carrierUrl: string;
  readonly clock: ClockSetting;
  readonly areaCodes: readonly string[];
  readonly countPerArea: number;
}

function providerOf(address: DatabaseAddress): StorageProvider {
  if (address.engine === 'sqlite') return sqlite({ file: address.file });
  return postgres({ pool: new Pool({ connectionString: address.url, max: 4 }), schema: address.schema });
}

// The test is the only one who starts this, and passes nothing else.
const task = JSON.parse(process.argv[2] ?? '') as PrebuyTask;
const { carrierUrl } = task;
const clock = createTortureClock(task.clock);
const kit = createNumberkit({
  carrier: twilio({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    clock,
    fetch: (input, init) => {
      const { pathname, search } = new URL(String(input));
      return fetch(carrierUrl + pathname + search, init);
    },
  }),
  storage: providerOf(task.database),
  keys: KEYS,
  voice: VOICE,
  limits: LIMITS,
  clock,
});
await kit.ready();
for await (const step of kit.pool.prebuy(task)) process.send?.(step);
process.disconnect();
process.exit(0);
