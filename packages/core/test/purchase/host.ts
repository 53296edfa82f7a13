import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecorder } from '../../src/activity/index.ts';
import type { Carrier, NumberPrices } from '../../src/carrier/index.ts';
import type { Clock } from '../../src/clock.ts';
import { createEventBus } from '../../src/events.ts';
import type { PurchaseLimits } from '../../src/guard/index.ts';
import { createIds } from '../../src/ids.ts';
import { createSettleOperations } from '../../src/ledger/index.ts';
import { createBuyNumber } from '../../src/numbers/buy-number.ts';
import { type PurchaseDeps, resolvePurchase } from '../../src/numbers/purchase/index.ts';
import { createReadNumbers } from '../../src/numbers/read-numbers.ts';
import { createVault, parseKeyRing } from '../../src/privacy/index.ts';
import type { Storage, StorageProvider } from '../../src/storage/index.ts';
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';

export const settings = { voiceUrl: 'https://app.example.com/twilio/voice' };
export const vault = createVault(parseKeyRing(`k1:${Buffer.alloc(32, 7).toString('base64')}`));

/** A clock that stands still but for sleeping, which takes no real time. */
export function sleepingClock(
  start = Date.UTC(2026, 10, 22, 12),
): Clock & { pass(milliseconds: number): void } {
  let time = start;
  return {
    now: () => new Date(time),
    async sleep(milliseconds) {
      time += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}

/** A database file of its own for one test. */
export function freshFile(): StorageProvider {
  return sqlite({ file: join(mkdtempSync(join(tmpdir(), 'numberkit-purchase-')), 'test.db') });
}

/** Opens and migrates. */
export async function openStorage(provider: StorageProvider): Promise<Storage> {
  const storage = await provider.open(vault);
  await storage.migrate();
  return storage;
}

/** The purchase part of a host process over this database and this carrier. */
export function purchaseHost(storage: Storage, carrier: Carrier, clock: Clock, limits: PurchaseLimits = {}) {
  const ids = createIds(clock);
  const events = createEventBus((_, error) => {
    throw error;
  });
  const reports: string[] = [];
  const deps: PurchaseDeps = {
    carrier,
    open: async () => storage,
    settings,
    limits,
    clock,
    ids,
    record: createRecorder(clock, ids),
    events,
    fingerprint: vault.blindIndex,
    report: (message) => () => void reports.push(message),
    priceOf: async (country, type) => {
      const prices = await carrier.numberPrices(country).catch(() => ({}) as NumberPrices);
      return prices[type] ?? null;
    },
    alternativesTo: async () => ['+15105550199'],
  };
  const failures: unknown[] = [];
  return {
    deps,
    events,
    failures,
    reports,
    buy: createBuyNumber(deps),
    ...createReadNumbers({ open: async () => storage }),
    settle: createSettleOperations({
      open: async () => storage,
      clock,
      resolvers: { 'buy-number': (operation) => resolvePurchase(deps, operation) },
      onError: (_, error) => failures.push(error),
    }),
  };
}
