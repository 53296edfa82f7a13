import { createRecorder, type TrailEvent } from '../../src/activity/index.ts';
import type { Carrier } from '../../src/carrier/index.ts';
import type { Clock } from '../../src/clock.ts';
import { createEventBus, type NumberkitEvents } from '../../src/events.ts';
import type { PurchaseLimits } from '../../src/guard/index.ts';
import { createIds } from '../../src/ids.ts';
import { createSettleOperations } from '../../src/ledger/index.ts';
import { createLife } from '../../src/numbers/create-life.ts';
import type { NumberRecord, ReclaimPolicy } from '../../src/numbers/index.ts';
import { settingsMark } from '../../src/numbers/settings-mark.ts';
import type { Storage } from '../../src/storage/index.ts';
import { settings, vault } from '../purchase/host.ts';
import { own, type scriptedCarrier } from '../purchase/scripted-carrier.ts';

export const ONE = '+15102203344';
export const TWO = '+15102203355';
export const operator = { kind: 'operator', id: 'jo' } as const;
/** Who does it and why, where a test does not care. */
export const asked = { actor: operator, reason: 'the customer asked for it' };
export const DAY = 24 * 60 * 60_000;

/** The part of a host process that looks after numbers once they are bought. */
export function lifeHost(
  storage: Storage,
  carrier: Carrier,
  clock: Clock,
  options: { limits?: PurchaseLimits; reclaim?: ReclaimPolicy } = {},
) {
  const ids = createIds(clock);
  const failures: unknown[] = [];
  const heard: [keyof NumberkitEvents, unknown][] = [];
  const events = createEventBus((_, error) => failures.push(error));
  const names = [
    'number.released',
    'number.release-failed',
    'number.transferred',
    'number.reclaim-warning',
    'number.resting',
  ] as const;
  for (const name of names) events.on(name, (event) => void heard.push([name, event]));
  const { life, resolveRelease, sweepReclaim } = createLife({
    carrier,
    open: async () => storage,
    settings,
    limits: options.limits ?? {},
    clock,
    ids,
    record: createRecorder(clock, ids),
    events,
    fingerprint: vault.blindIndex,
    ...(options.reclaim && { reclaim: options.reclaim }),
    onError: (_, error) => failures.push(error),
  });
  const settle = createSettleOperations({
    open: async () => storage,
    clock,
    resolvers: { 'release-number': resolveRelease },
    onError: (_, error) => failures.push(error),
  });
  return { ...life, settle, sweepReclaim, failures, heard, events };
}

/** A number that takes a tenant's calls: in our records, counted, and at the carrier. */
export async function assignedNumber(
  storage: Storage,
  { owned }: Pick<ReturnType<typeof scriptedCarrier>, 'owned'>,
  change: Partial<NumberRecord> = {},
): Promise<NumberRecord> {
  const at = new Date('2026-11-01T00:00:00.000Z');
  const phoneNumber = change.phoneNumber ?? ONE;
  const atCarrier = own(phoneNumber, 'op_bought', settings);
  const number: NumberRecord = {
    id: 'num_1',
    phoneNumber,
    state: 'assigned',
    tenantId: 'acme',
    type: 'local',
    country: 'US',
    areaCode: '510',
    locality: 'Oakland',
    region: 'CA',
    capabilities: { voice: true, sms: true, mms: true },
    source: 'bought',
    carrierSid: atCarrier.sid,
    monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
    createdAt: at,
    updatedAt: at,
    activatedAt: at,
    reclaimAt: null,
    reclaimWarned: null,
    restUntil: null,
    dueAt: null,
    settingsMark: settingsMark(settings),
    ...change,
  };
  owned.set(phoneNumber, atCarrier);
  await storage.numbers.insert(number);
  if (number.tenantId !== null) {
    await storage.limits.take({ key: `numbers:tenant:${number.tenantId}`, window: 'ever' }, 1, 100);
  }
  return number;
}

/** How many numbers count for a tenant's limit. */
export function held(storage: Storage, tenantId: string): Promise<number> {
  return storage.limits.used({ key: `numbers:tenant:${tenantId}`, window: 'ever' });
}

/** What the trail says of a number, oldest first. */
export async function trailOf(storage: Storage, numberId: string): Promise<TrailEvent[]> {
  return (await storage.trail.list({ numberId, limit: 500 })).map(({ event }) => event).reverse();
}

/** Lets listeners, which are called after the fact, be called. */
export const listenersCalled = () => new Promise<void>((resolve) => setImmediate(resolve));
