import type { Attendance, AttendedCall, VerifyForwardingResponse } from '@numberkit/contract';
import type { NumberkitEvents } from '../../src/events.ts';
import type { Numberkit } from '../../src/numberkit.ts';
import type { NumberkitOptions } from '../../src/options.ts';
import type { Storage } from '../../src/storage/index.ts';
import { pooledNumber, poolHost } from '../pool/pool-host.ts';
import type { TestDatabase } from '../purchase/engines.ts';
import { openStorage, sleepingClock } from '../purchase/host.ts';
import { scriptedNetwork } from './scripted-network.ts';

export const LINE = '+15105550166';
export const VERIFIER = '+16505550155';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const actor = { kind: 'operator', id: 'jo' } as const;

/** A world of one database: a network with lines, host processes, and what they announced. */
export interface ForwardingWorld {
  readonly clock: ReturnType<typeof sleepingClock>;
  readonly network: ReturnType<typeof scriptedNetwork>;
  readonly kit: Numberkit;
  /** The database beside the hosts. */
  readonly storage: Storage;
  /** What was announced on the bus of any host, in order. */
  readonly heard: [string, unknown][];
  /** What the log was told. */
  readonly logged: string[];
  /** Another host process on the same database; it may have a carrier of its own. */
  start(change?: Partial<NumberkitOptions>): Numberkit;
  /** A call to one of our numbers, as the voice webhook handles it. */
  call(call: Partial<AttendedCall> & { readonly to: string }): Promise<Attendance>;
  /** Follows a test to its end. */
  follow(testId: string, tenantId?: string): Promise<VerifyForwardingResponse>;
  /** Starts a forwarding of the line, verifies it, and turns the line on. */
  verified(): Promise<{ readonly forwardingId: string; readonly phoneNumber: string }>;
  close(): Promise<void>;
}

const NAMES = ['forwarding.started', 'forwarding.verified', 'forwarding.broken', 'forwarding.off'] as const;

export async function forwardingWorld(
  database: TestDatabase,
  options: Partial<NumberkitOptions> = {},
): Promise<ForwardingWorld> {
  const clock = sleepingClock();
  const storage = await openStorage(database.connect());
  const heard: [string, unknown][] = [];
  const logged: string[] = [];
  const kits: Numberkit[] = [];
  const call: ForwardingWorld['call'] = async ({
    callSid = 'CAstranger',
    from = '+12125550111',
    to,
    forwardedFrom = null,
  }) => {
    const routing = kits[0]?.routing;
    const route = await routing?.lookup(to);
    if (!route?.attended) return { kind: 'agent' };
    return (await routing?.attend?.({ callSid, from, to, forwardedFrom })) ?? { kind: 'agent' };
  };
  const network = scriptedNetwork(clock, call);
  const start = (change: Partial<NumberkitOptions> = {}) => {
    const kit = poolHost(database.connect(), network.carrier, clock, {
      forwarding: { verifier: VERIFIER },
      log: (entry) => void logged.push(`${entry.message} ${JSON.stringify(entry.data ?? {})}`),
      ...options,
      ...change,
    });
    for (const name of NAMES)
      kit.on(name, (event: NumberkitEvents[typeof name]) => void heard.push([name, event]));
    kits.push(kit);
    return kit;
  };
  const kit = start();
  await kit.tenants.put({ id: 'acme', agent: { kind: 'say', text: 'hello' } });
  await storage.numbers.insert(pooledNumber('510', 1));
  const world: ForwardingWorld = {
    clock,
    network,
    kit,
    storage,
    heard,
    logged,
    start,
    call,
    async follow(testId, tenantId = 'acme') {
      let last: VerifyForwardingResponse | undefined;
      const { signal } = new AbortController();
      for await (const view of kit.forwardings.follow({ tenantId, testId, signal })) last = view;
      if (!last) throw new Error('nothing was told');
      return last;
    },
    async verified() {
      const { forwarding } = await kit.forwardings.start({
        tenantId: 'acme',
        existingLine: LINE,
        condition: 'all',
      });
      const { phoneNumber } = forwarding.number;
      network.lines.set(LINE, { does: 'forwards', to: phoneNumber });
      const { test } = await kit.forwardings.verify({ tenantId: 'acme', forwardingId: forwarding.id });
      await world.follow(test.id);
      return { forwardingId: forwarding.id, phoneNumber };
    },
    async close() {
      await Promise.all(kits.map((one) => one.close()));
      await storage.close();
    },
  };
  return world;
}

/** Runs both sweeps of forwarding. */
export async function sweep(kit: Numberkit): Promise<void> {
  await kit.sweeps.recheckForwardings();
  await kit.sweeps.settleForwardingTests();
}
