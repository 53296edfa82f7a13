import { randomBytes } from 'node:crypto';
import type { TwilioSimulator } from '@numberkit/twilio-simulator';
import type { Carrier } from '../../src/carrier/index.ts';
import { twilio } from '../../src/carrier/twilio/index.ts';
import type { Clock } from '../../src/clock.ts';
import { createNumberkit, type Numberkit } from '../../src/numberkit.ts';
import type { NumberRecord } from '../../src/numbers/index.ts';
import type { NumberkitOptions } from '../../src/options.ts';
import type { Storage, StorageProvider } from '../../src/storage/index.ts';
import { openStorage, settings, vault } from '../purchase/host.ts';

const keys = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** A host process over this database and this carrier; limits high enough that only the pool's own rules count. */
export function poolHost(
  provider: StorageProvider,
  carrier: Carrier,
  clock: Clock,
  change: Partial<NumberkitOptions> = {},
): Numberkit {
  return createNumberkit({
    carrier,
    storage: provider,
    keys,
    voice: settings,
    clock,
    limits: { purchasesPerDay: 100_000, purchasesPerTenantPerDay: 1_000, numbersPerTenant: 1_000 },
    log: () => undefined,
    ...change,
  });
}

/** The adapter on the simulated Twilio. */
export function simulatedCarrier(simulator: TwilioSimulator): Carrier {
  const { sid, authToken } = simulator.account;
  return twilio({
    accountSid: sid,
    authToken,
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
  });
}

/** Puts numbers into the pool without any carrier. */
export async function stockUp(provider: StorageProvider, areaCode: string, count: number): Promise<void> {
  const storage = await openStorage(provider);
  for (let place = 0; place < count; place += 1) await storage.numbers.insert(pooledNumber(areaCode, place));
  await storage.close();
}

/** A number that waits in the pool. */
export function pooledNumber(
  areaCode: string,
  place: number,
  change: Partial<NumberRecord> = {},
): NumberRecord {
  const line = String(place).padStart(4, '0');
  return {
    id: `num_${areaCode}${line}`,
    phoneNumber: `+1${areaCode}222${line}`,
    state: 'pooled',
    tenantId: null,
    type: 'local',
    country: 'US',
    areaCode,
    locality: null,
    region: null,
    capabilities: { voice: true, sms: true, mms: true },
    source: 'bought',
    carrierSid: `PN${randomBytes(16).toString('hex')}`,
    monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
    createdAt: new Date(Date.UTC(2026, 10, 1, 0, 0, place)),
    updatedAt: new Date(Date.UTC(2026, 10, 1, 0, 0, place)),
    activatedAt: null,
    reclaimAt: null,
    reclaimWarned: null,
    restUntil: null,
    dueAt: null,
    settingsMark: null,
    ...change,
  };
}

/** The database beside the hosts, to look at what they left. */
export async function look<T>(provider: StorageProvider, read: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await provider.open(vault);
  try {
    return await read(storage);
  } finally {
    await storage.close();
  }
}
