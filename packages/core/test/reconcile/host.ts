import { createTwilioSimulator, type TwilioSimulator } from '@numberkit/twilio-simulator';
import type { Carrier } from '../../src/carrier/index.ts';
import { twilio } from '../../src/carrier/twilio/index.ts';
import type { Clock } from '../../src/clock.ts';
import type { NumberRecord } from '../../src/numbers/index.ts';
import { createReleaseNumber, resolveRelease } from '../../src/numbers/release/index.ts';
import { createReconcile, type RepairPolicy } from '../../src/reconcile/index.ts';
import type { Storage } from '../../src/storage/index.ts';
import { purchaseHost, settings } from '../purchase/host.ts';

/** The simulated Twilio as a carrier. */
export function simulatedCarrier(simulator: TwilioSimulator, clock: Clock): Carrier {
  const { sid, authToken } = simulator.account;
  return twilio({
    accountSid: sid,
    authToken,
    clock,
    fetch: (input, init) => simulator.fetch(new Request(input, init)),
  });
}

/** A host process that can buy and reconcile. */
export function reconcileHost(storage: Storage, carrier: Carrier, clock: Clock, policy: RepairPolicy = {}) {
  const purchase = purchaseHost(storage, carrier, clock);
  const { deps } = purchase;
  const release = createReleaseNumber({ ...deps, open: async () => storage });
  const heard: { name: string; event: unknown }[] = [];
  for (const name of ['number.lost', 'number.activated', 'number.released'] as const) {
    deps.events.on(name, (event) => void heard.push({ name, event }));
  }
  const reconcile = createReconcile(
    {
      ...deps,
      open: async () => storage,
      settleOperations: purchase.settle,
      release: (numberId, reason) =>
        release({ numberId, actor: { kind: 'system', id: 'reconcile' }, reason }),
    },
    policy,
  );
  return { ...purchase, release, resolveRelease, reconcile, heard };
}

/** Creates a number in the simulated account behind our back, as somebody at the console would. */
export async function buyBehindOurBack(
  simulator: TwilioSimulator,
  phoneNumber: string,
  form: Record<string, string> = {},
): Promise<string> {
  const body = new URLSearchParams({ PhoneNumber: phoneNumber, ...form });
  const answer = await ask(simulator, 'POST', 'IncomingPhoneNumbers.json', body);
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  // The resource that Twilio answers a purchase with.
  return ((await answer.json()) as { sid: string }).sid;
}

/** One request to the simulated Twilio with the account's own credentials. */
export function ask(
  simulator: TwilioSimulator,
  method: string,
  resource: string,
  body?: URLSearchParams,
): Promise<Response> {
  const { sid, authToken } = simulator.account;
  const request = new Request(`https://api.twilio.com/2010-04-01/Accounts/${sid}/${resource}`, {
    method,
    headers: { authorization: `Basic ${btoa(`${sid}:${authToken}`)}` },
    ...(body && { body }),
  });
  return simulator.fetch(request);
}

/** A simulator whose shelf holds this many numbers of one area code, besides the usual ones. */
export function stockedSimulator(count: number) {
  const phoneNumbers = Array.from(
    { length: count },
    (_, index) => `+1213${String(2_000_000 + index).padStart(7, '0')}`,
  );
  const simulator = createTwilioSimulator({
    seed: 5,
    inventory: { extra: phoneNumbers.map((phoneNumber) => ({ phoneNumber })) },
  });
  return { simulator, phoneNumbers };
}

/** A row as a purchase of that number left it. */
export function boughtRow(
  id: string,
  phoneNumber: string,
  carrierSid: string,
  at: Date,
  change: Partial<NumberRecord> = {},
): NumberRecord {
  return {
    id,
    phoneNumber,
    state: 'assigned',
    tenantId: `tenant-of-${id}`,
    type: 'local',
    country: 'US',
    areaCode: '213',
    locality: null,
    region: null,
    capabilities: null,
    source: 'bought',
    carrierSid,
    monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
    createdAt: at,
    updatedAt: at,
    activatedAt: at,
    reclaimAt: null,
    reclaimWarned: null,
    restUntil: null,
    dueAt: null,
    settingsMark: null,
    ...change,
  };
}

export { settings };
