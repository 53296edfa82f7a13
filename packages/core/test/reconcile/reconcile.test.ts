import type { TwilioSimulator } from '@numberkit/twilio-simulator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '../../src/storage/index.ts';
import { sampleForwarding } from '../../src/testing/conformance/forwarding-records.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { openStorage, settings, sleepingClock } from '../purchase/host.ts';
import {
  ask,
  boughtRow,
  buyBehindOurBack,
  reconcileHost,
  simulatedCarrier,
  stockedSimulator,
} from './host.ts';

const HOUR = 3_600_000;
const ours = { VoiceUrl: settings.voiceUrl };

describe.each(engines)('reconciling on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  let second: Storage;
  let simulator: TwilioSimulator;
  let phoneNumbers: readonly string[];
  let clock: ReturnType<typeof sleepingClock>;
  const at = (index: number) => phoneNumbers[index] ?? '';

  beforeEach(async () => {
    clock = sleepingClock();
    database = await create();
    storage = await openStorage(database.connect());
    second = await openStorage(database.connect());
    ({ simulator, phoneNumbers } = stockedSimulator(2_600));
  });
  afterEach(async () => {
    await Promise.all([storage.close(), second.close()]);
    await database.drop();
  });

  const host = (policy = {}, on = storage) =>
    reconcileHost(on, simulatedCarrier(simulator, clock), clock, policy);
  const trail = async () => (await storage.trail.list({ limit: 500 })).map(({ event }) => event);
  /** A number that both sides know, set up as it should be. */
  async function healthy(index: number, form: Record<string, string> = {}, change = {}) {
    const sid = await buyBehindOurBack(simulator, at(index), { ...ours, ...form });
    const row = boughtRow(`num_${index}`, at(index), sid, new Date(clock.now().getTime() - HOUR), change);
    await storage.numbers.insert(row);
    return { sid, row };
  }
  const gone = (sid: string) => ask(simulator, 'DELETE', `IncomingPhoneNumbers/${sid}.json`);

  /** A purchase that we gave up as refused, and that the carrier carried out. */
  async function latePurchase(index: number, tenantId: string, key: string) {
    const { buy, deps, settle } = host();
    const rule = {
      match: { method: 'POST', path: '/IncomingPhoneNumbers' },
      times: 99,
      when: 'before',
    } as const;
    const fault = simulator.faults.add({ ...rule, effect: { kind: 'reset' } });
    const order = { tenantId, phoneNumber: at(index), idempotencyKey: key };
    const number = await buy(order);
    fault.remove();
    clock.pass(HOUR);
    await settle();
    const operation = await deps.open().then(({ operations }) => operations.ofNumber(number.id));
    if (operation?.state !== 'refused') throw new Error(`expected refused, not ${operation?.state}`);
    // The request was under way all that time, and takes effect now.
    const sid = await buyBehindOurBack(simulator, at(index), { ...ours, FriendlyName: operation.id });
    return { operation, sid };
  }

  test('an account of 2,500 numbers: exactly the differences are told, and a second look after the repair finds none', async () => {
    for (let index = 0; index < 500; index += 1) await healthy(index);
    for (let index = 500; index < 2_480; index += 1) {
      await buyBehindOurBack(simulator, at(index), { VoiceUrl: 'https://other.example/voice' });
    }
    const { sid: vanished } = await healthy(2_481);
    await gone(vanished);
    await healthy(2_482, { VoiceUrl: 'https://old.example/voice' });
    await healthy(2_483, { TrunkSid: `TK${'0'.repeat(32)}` });
    await buyBehindOurBack(simulator, at(2_484), ours);
    await latePurchase(2_485, 'late', 'key-1');
    const foreign = () =>
      simulator.numbers.owned().filter(({ voiceUrl }) => voiceUrl === 'https://other.example/voice');
    const before = JSON.stringify(foreign());
    const { reconcile, heard } = host();

    const read: number[] = [];
    const report = await reconcile({
      onProgress: ({ phase, done }) => phase === 'reading' && read.push(done),
    });
    expect(report).toMatchObject({
      complete: true,
      atCarrier: 2_484,
      ours: 503,
      foreign: 1_980,
      agreeing: 500,
      counts: { orphan: 2, ghost: 1, drift: 2, stuck: 0 },
      orphanCost: [{ amountMicros: 2_300_000, currency: 'USD' }],
      caution: null,
    });
    expect(report.findings.every(({ repair }) => repair === null)).toBe(true);
    expect(read.length).toBeGreaterThan(3);
    expect(await trail()).not.toContain('number.adopted');

    const repaired = await reconcile({ repair: true });
    expect(repaired.findings.map(({ kind, repair }) => `${kind} ${repair?.outcome}`).sort()).toEqual([
      'drift repaired',
      'drift repaired',
      'ghost repaired',
      'orphan repaired',
      'orphan repaired',
    ]);
    expect(JSON.stringify(foreign())).toBe(before);
    expect((await reconcile()).findings).toEqual([]);
    expect(heard.map(({ name }) => name).sort()).toEqual(['number.activated', 'number.lost']);
    expect((await storage.numbers.findByPhoneNumber(at(2_485)))?.tenantId).toBe('late');
    expect((await storage.numbers.findByPhoneNumber(at(2_484)))?.state).toBe('resting');
  }, 120_000);

  test('a late purchase goes to the pool when its tenant has got another number meanwhile', async () => {
    const { operation } = await latePurchase(0, 'acme', 'key-1');
    await host().buy({ tenantId: 'acme', phoneNumber: at(1), idempotencyKey: 'key-2' });
    const { reconcile } = host();
    const report = await reconcile({ repair: true });
    expect(report.findings).toMatchObject([
      { kind: 'orphan', why: 'late-purchase', operationId: operation.id, repair: { outcome: 'repaired' } },
    ]);
    expect(await storage.numbers.findByPhoneNumber(at(0))).toMatchObject({ state: 'pooled', tenantId: null });
    expect(await storage.limits.used({ key: 'numbers:tenant:acme', window: 'ever' })).toBe(1);
    const lines = await storage.trail.list({ limit: 50 });
    expect(lines.find(({ event }) => event === 'number.adopted')?.operationId).toBe(operation.id);
  });

  test('an adopted number counts for its tenant and takes its calls', async () => {
    await latePurchase(0, 'acme', 'key-1');
    const { reconcile, list } = host();
    await reconcile({ repair: true });
    expect(await list({ tenantId: 'acme' })).toMatchObject([{ status: 'active' }, { status: 'failed' }]);
    expect(await storage.limits.used({ key: 'numbers:tenant:acme', window: 'ever' })).toBe(1);
    await storage.tenants.put({
      id: 'acme',
      name: null,
      agent: { kind: 'say', text: 'Hello' },
      recoveryPhone: null,
      location: null,
      traits: {},
      plan: null,
      entitlements: [],
      createdAt: clock.now(),
      updatedAt: clock.now(),
    });
    expect(await storage.routes.lookup(at(0))).toMatchObject({ tenantId: 'acme' });
  });

  test('orphans are given back when policy says so, and stay when it says report', async () => {
    await buyBehindOurBack(simulator, at(0), ours);
    const left = await host({ orphans: 'report' }).reconcile({ repair: true });
    expect(left.findings).toMatchObject([{ repair: { outcome: 'left', detail: 'policy: report only' } }]);
    const released = await host({ orphans: 'release' }).reconcile({ repair: true });
    expect(released.findings).toMatchObject([{ repair: { outcome: 'repaired' } }]);
    expect(simulator.numbers.owned()).toEqual([]);
    expect(await trail()).toContain('number.released');
  });

  test('a number that is billed although its release was settled is released again', async () => {
    const { release, reconcile, buy } = host();
    const number = await buy({ tenantId: 'acme', phoneNumber: at(0), idempotencyKey: 'key-1' });
    const operation = await storage.operations.ofNumber(number.id);
    await release({ numberId: number.id, actor: { kind: 'tenant', id: 'acme' }, reason: 'left' });
    expect(simulator.numbers.owned()).toEqual([]);
    // The carrier takes its word back: the number is there again, under the old tag.
    await simulator.clock.advance(11 * 24 * HOUR);
    await buyBehindOurBack(simulator, at(0), { ...ours, FriendlyName: operation?.id ?? '' });
    clock.pass(HOUR);
    const report = await reconcile({ repair: true });
    expect(report.findings).toMatchObject([{ kind: 'orphan', why: 'release-failed' }]);
    expect(simulator.numbers.owned()).toEqual([]);
    expect((await reconcile()).findings).toEqual([]);
  });

  test('a lost number ends its tenant’s hold on it, is told once, and is taken back in when it reappears', async () => {
    const { buy, reconcile, heard } = host();
    const number = await buy({ tenantId: 'acme', phoneNumber: at(0), idempotencyKey: 'key-1' });
    const operation = await storage.operations.ofNumber(number.id);
    const sid = simulator.numbers.find(at(0))?.sid ?? '';
    await gone(sid);
    clock.pass(HOUR);
    await reconcile({ repair: true });
    await reconcile({ repair: true });
    expect(heard.filter(({ name }) => name === 'number.lost')).toMatchObject([
      { event: { tenantId: 'acme', number: { id: number.id, status: 'released' } } },
    ]);
    expect(await storage.limits.used({ key: 'numbers:tenant:acme', window: 'ever' })).toBe(0);
    await simulator.clock.advance(11 * 24 * HOUR);
    await buyBehindOurBack(simulator, at(0), { FriendlyName: operation?.id ?? '' });
    const report = await reconcile({ repair: true });
    expect(report.findings).toMatchObject([
      { kind: 'orphan', why: 'returned', repair: { outcome: 'repaired' } },
    ]);
    expect(await storage.numbers.findByPhoneNumber(at(0))).toMatchObject({
      state: 'assigned',
      tenantId: 'acme',
    });
    expect(simulator.numbers.find(at(0))?.voiceUrl).toBe(settings.voiceUrl);
  });

  test.each(['adopt', 'release'] as const)(
    'a number that a line still forwards to is kept when it reappears, by the policy %s',
    async (orphans) => {
      const { buy, reconcile } = host({ orphans });
      const number = await buy({ tenantId: 'acme', phoneNumber: at(0), idempotencyKey: 'key-1' });
      const operation = await storage.operations.ofNumber(number.id);
      await storage.forwardings.insert(sampleForwarding({ numberId: number.id, status: 'verified' }));
      await gone(simulator.numbers.find(at(0))?.sid ?? '');
      clock.pass(48 * HOUR);
      await reconcile({ repair: true });
      clock.pass(48 * HOUR);
      await simulator.clock.advance(11 * 24 * HOUR);
      await buyBehindOurBack(simulator, at(0), { FriendlyName: operation?.id ?? '' });
      const report = await reconcile({ repair: true });
      expect(report.findings).toMatchObject([{ why: 'returned', repair: { outcome: 'repaired' } }]);
      const kept = await storage.numbers.findByPhoneNumber(at(0));
      expect(kept?.state).toBe('resting');
      expect((await storage.forwardings.findByNumber(kept?.id ?? ''))?.id).toBe('fwd_sample');
    },
  );

  test('a number just bought is no ghost, nor one that is bought while the account is read', async () => {
    const { deps, reconcile } = host();
    const { sid } = await healthy(0, {}, { createdAt: clock.now() });
    await gone(sid);
    expect(await reconcile()).toMatchObject({ findings: [], underWay: 1 });
    const carrier = {
      ...deps.carrier,
      async *listNumbers() {
        yield* deps.carrier.listNumbers();
        await host({}, second).buy({ tenantId: 'fast', phoneNumber: at(1), idempotencyKey: 'key' });
        clock.pass(HOUR);
      },
    };
    const report = await reconcileHost(storage, carrier, clock).reconcile({ repair: true });
    expect(report.findings).toMatchObject([{ kind: 'ghost', phoneNumber: at(0) }]);
    expect((await storage.numbers.findByPhoneNumber(at(1)))?.tenantId).toBe('fast');
  });

  test('marks nothing lost when the account has none of ours: these are the wrong credentials', async () => {
    await storage.numbers.insert(boughtRow('num_a', at(0), 'PNa', new Date(0)));
    await storage.numbers.insert(boughtRow('num_b', at(1), 'PNb', new Date(0)));
    const report = await host().reconcile({ repair: true });
    expect(report.caution).toContain('right credentials');
    expect(report.findings.map(({ repair }) => repair?.outcome)).toEqual(['left', 'left']);
    expect((await storage.numbers.get('num_a'))?.state).toBe('assigned');
  });

  test('operations that nobody settles are told, and settled', async () => {
    const { buy, reconcile } = host();
    const rule = {
      match: { method: 'POST', path: '/IncomingPhoneNumbers' },
      times: 99,
      when: 'after',
    } as const;
    simulator.faults.add({ ...rule, effect: { kind: 'reset' } });
    const finds = {
      match: { method: 'GET', path: '/IncomingPhoneNumbers' },
      when: 'before',
      nth: 2,
      times: 99,
    } as const;
    simulator.faults.add({ ...finds, effect: { kind: 'status', status: 503 } });
    const number = await buy({ tenantId: 'acme', phoneNumber: at(0), idempotencyKey: 'key-1' });
    expect(number.status).toBe('pending');
    simulator.faults.clear();
    expect((await reconcile()).counts.stuck).toBe(0);
    clock.pass(HOUR);
    expect(await reconcile()).toMatchObject({ counts: { stuck: 1, orphan: 0 }, underWay: 1 });
    const repaired = await reconcile({ repair: true });
    expect(repaired.findings).toMatchObject([{ kind: 'stuck', repair: { detail: 'settled as done' } }]);
    expect((await reconcile()).findings).toEqual([]);
    expect(simulator.bill.entries()).toHaveLength(1);
  });

  test('two reconcilers at once repair each finding once', async () => {
    for (let index = 0; index < 12; index += 1) await buyBehindOurBack(simulator, at(index), ours);
    for (let index = 20; index < 60; index += 1) await healthy(index);
    for (let index = 60; index < 70; index += 1) await gone((await healthy(index)).sid);
    for (let index = 70; index < 75; index += 1) await healthy(index, { VoiceUrl: 'https://old.example' });
    const one = host();
    const two = host({}, second);
    await Promise.all([one.reconcile({ repair: true }), two.reconcile({ repair: true })]);
    const events = await trail();
    const count = (event: string) => events.filter((each) => each === event).length;
    expect(count('number.adopted')).toBe(12);
    expect(count('number.lost')).toBe(10);
    expect([...one.heard, ...two.heard].filter(({ name }) => name === 'number.lost')).toHaveLength(10);
    expect((await one.reconcile()).findings).toEqual([]);
    expect(simulator.bill.entries()).toHaveLength(67);
  });

  test('a carrier that fails in the middle fails the whole reading, and nothing is marked', async () => {
    await healthy(0);
    simulator.faults.add({
      match: { method: 'GET', path: '/IncomingPhoneNumbers' },
      times: 99,
      when: 'before',
      effect: { kind: 'status', status: 503 },
    });
    await expect(host().reconcile({ repair: true })).rejects.toMatchObject({ code: 'carrier-unavailable' });
    expect((await storage.numbers.get('num_0'))?.state).toBe('assigned');
  });
});
