import type { Pool } from 'pg';
import { twilio } from '../../src/carrier/twilio/index.ts';
import { createNumberkit, type Numberkit } from '../../src/index.ts';
import type { StorageProvider } from '../../src/storage/index.ts';
import { postgres } from '../../src/storage/kysely/postgres/index.ts';
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';
import { ACCOUNT_SID, AUTH_TOKEN, KEYS, LIMITS, POOL, RECLAIM, SPEED, VOICE } from '../settings.ts';
import type { TortureClock } from '../torture-clock.ts';
import { deadlyFetch } from './deadly-fetch.ts';
import { deadlyStorage } from './deadly-storage.ts';
import type { Executioner } from './executioner.ts';
import type { DatabaseAddress } from './protocol.ts';

/** What one host is composed of. */
export interface TortureHostParts {
  readonly database: DatabaseAddress;
  readonly carrierUrl: () => string;
  readonly clock: TortureClock;
  readonly executioner: Executioner;
  readonly onLog: (message: string) => void;
}

/** Longest wait for one answer of the carrier: Twilio's adapter's own, at this run's speed. */
const TIMEOUT_MILLISECONDS = 15_000 / SPEED;

/** A host as an embedder would compose it, but for the wrappers that kill it. */
export async function createTortureHost(parts: TortureHostParts): Promise<Numberkit> {
  const { clock, executioner, onLog } = parts;
  const kit = createNumberkit({
    carrier: twilio({
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
      timeoutMs: TIMEOUT_MILLISECONDS,
      clock,
      fetch: deadlyFetch(executioner, parts.carrierUrl),
    }),
    storage: deadlyStorage(await openProvider(parts.database), executioner),
    keys: KEYS,
    voice: VOICE,
    limits: LIMITS,
    reclaim: RECLAIM,
    pool: POOL,
    clock,
    log: ({ level, message, data }) => {
      if (level === 'error') onLog(`${message} ${JSON.stringify(data ?? {})}`);
    },
  });
  await kit.ready();
  return kit;
}

async function openProvider(address: DatabaseAddress): Promise<StorageProvider> {
  if (address.engine === 'sqlite') return sqlite({ file: address.file });
  const { Pool } = await import('pg');
  const pool: Pool = new Pool({ connectionString: address.url, max: 6 });
  pool.on('error', () => undefined);
  return postgres({ pool, schema: address.schema });
}
