import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRecorder } from '../../src/activity/index.ts';
import { type CallReport, createCalls, createFillCalls } from '../../src/calls/index.ts';
import type { CarrierCall } from '../../src/carrier/index.ts';
import { createEventBus } from '../../src/events.ts';
import { createIds } from '../../src/ids.ts';
import type { Storage } from '../../src/storage/index.ts';
import { sampleNumber } from '../../src/testing/conformance/sample-records.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { openStorage, sleepingClock } from '../purchase/host.ts';

const OURS = '+14155550142';
const CALLER = '+15105550188';

function aReport(change: Partial<CallReport> = {}): CallReport {
  return {
    callSid: 'CA1',
    status: 'completed',
    from: CALLER,
    to: OURS,
    direction: 'inbound',
    durationSeconds: 61,
    billedMinutes: 2,
    timestamp: '2026-11-22T12:05:01.000Z',
    ...change,
  };
}

function aCarrierCall(change: Partial<CarrierCall> = {}): CarrierCall {
  return {
    sid: 'CA1',
    from: CALLER,
    to: OURS,
    direction: 'inbound',
    status: 'completed',
    startedAt: new Date('2026-11-22T12:04:00Z'),
    durationSeconds: 61,
    price: { amountMicros: 17_000, currency: 'USD' },
    answeredBy: null,
    ...change,
  };
}

/** The room as one process composes it. */
function aProcess(storage: Storage, listed: readonly CarrierCall[] = [], keepsParties = true) {
  const clock = sleepingClock();
  const ids = createIds(clock);
  const events = createEventBus((_, error) => {
    throw error;
  });
  const proven: unknown[] = [];
  events.on('number.proven', (event) => void proven.push(event));
  const asked: Date[] = [];
  const carrier = {
    async *listCalls({ since }: { since: Date }) {
      asked.push(since);
      yield* listed;
    },
  };
  const record = createRecorder(clock, ids);
  const deps = { open: async () => storage, clock, record, events, keepsParties, carrier };
  const ended: CallReport[] = [];
  const noteCallEnd = async (report: CallReport) => void ended.push(report);
  return { ...createCalls({ ...deps, noteCallEnd }), fill: createFillCalls(deps), proven, asked, ended };
}

describe.each(engines)('calls on $name', ({ create }) => {
  let database: TestDatabase;
  let storage: Storage;
  beforeEach(async () => {
    database = await create();
    storage = await openStorage(database.connect());
    await storage.numbers.insert(sampleNumber({ activatedAt: new Date('2026-11-22T12:00:00Z') }));
  });
  afterEach(async () => {
    await storage.close();
    await database.drop();
  });

  it('the end of a call that we placed is passed on as it was reported, whoever’s number it was from', async () => {
    const { record, ended } = aProcess(storage);
    const own = {
      direction: 'outbound-api',
      from: '+16505550100',
      to: CALLER,
      sipResponseCode: 482,
    } as const;
    await record(aReport({ ...own, status: 'ringing' }));
    await record(aReport());
    await record(aReport({ ...own, callSid: 'CA2', direction: 'outbound-dial' }));
    expect(ended).toEqual([]);
    await record(aReport({ ...own, status: 'failed' }));
    expect(ended).toEqual([aReport({ ...own, status: 'failed' })]);
  });

  it('reports of one call, late, repeated and from several processes, become one row', async () => {
    const other = await openStorage(database.connect());
    const processes = [aProcess(storage), aProcess(other)];
    const begun = { durationSeconds: null, billedMinutes: null, timestamp: '2026-11-22T12:04:00.000Z' };
    const reports = [
      aReport(),
      aReport({ status: 'ringing', ...begun }),
      aReport({ status: 'in-progress', ...begun }),
      aReport(),
    ];
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        processes[turn % 2]?.record(reports[(turn * 3) % reports.length] ?? aReport()),
      ),
    );
    const calls = await processes[0]?.list({ tenantId: 'acme' });
    expect(calls).toEqual([
      {
        callSid: 'CA1',
        numberId: 'num_sample',
        tenantId: 'acme',
        direction: 'inbound',
        outcome: 'completed',
        answered: true,
        startedAt: new Date('2026-11-22T12:04:00Z'),
        endedAt: new Date('2026-11-22T12:05:01Z'),
        seconds: 61,
        billedMinutes: 2,
        price: null,
        otherParty: CALLER,
        recordedAt: expect.any(Date),
      },
    ]);
    await other.close();
  });

  it('the first answered call proves the number, once, in the trail and as an event', async () => {
    const { record, proven } = aProcess(storage);
    await record(aReport({ callSid: 'CA0', status: 'no-answer', durationSeconds: 0, billedMinutes: 0 }));
    await record(aReport({ callSid: 'CA0b', direction: 'outbound-api', from: OURS, to: CALLER }));
    expect(proven).toEqual([]);
    await Promise.all(['CA1', 'CA2', 'CA3', 'CA1'].map((callSid) => record(aReport({ callSid }))));
    await expect.poll(() => proven).toEqual([{ tenantId: 'acme', numberId: 'num_sample' }]);
    const trail = await storage.trail.list({ numberId: 'num_sample', limit: 10 });
    expect(trail.map(({ event }) => event)).toEqual(['number.proven']);
  });

  it('a call of no number of ours is passed over, and so is one from before the tenant had the number', async () => {
    const { record, list, proven } = aProcess(storage);
    await record(aReport({ to: '+19995550100' }));
    expect(await list()).toEqual([]);
    await record(aReport({ callSid: 'CA9', timestamp: '2026-11-20T12:00:00.000Z' }));
    expect(await list({ tenantId: 'acme' })).toEqual([]);
    expect(await list()).toMatchObject([{ callSid: 'CA9', tenantId: null }]);
    expect(proven).toEqual([]);
  });

  it('the sweep adds what no callback told, completes the price, and changes nothing when it runs again', async () => {
    const listed = [
      aCarrierCall(),
      aCarrierCall({ sid: 'CA2', durationSeconds: 5, price: null }),
      aCarrierCall({ sid: 'CA3', direction: 'outbound', from: OURS, to: CALLER }),
      aCarrierCall({ sid: 'CA4', to: '+19995550100' }),
    ];
    const { record, fill, usage, asked } = aProcess(storage, listed);
    await record(aReport());
    expect(await fill()).toEqual({ listed: 4, added: 2, completed: 1 });
    expect(await fill()).toEqual({ listed: 4, added: 0, completed: 0 });
    expect(asked[0]).toEqual(new Date('2026-11-20T12:00:00Z'));
    expect(await usage()).toEqual([
      {
        tenantId: 'acme',
        month: '2026-11',
        calls: 3,
        answered: 3,
        seconds: 127,
        billedMinutes: 5,
        unpriced: 1,
        price: [{ amountMicros: 34_000, currency: 'USD' }],
      },
    ]);
  });

  it('callback and carrier list, in either order, leave the same row', async () => {
    const first = aProcess(storage, [aCarrierCall()]);
    await first.record(aReport());
    await first.fill();
    const [oneWay] = await first.list();
    const second = aProcess(storage, [aCarrierCall({ sid: 'CA2' })]);
    await second.fill();
    await second.record(aReport({ callSid: 'CA2' }));
    const otherWay = (await second.list()).find(({ callSid }) => callSid === 'CA2');
    expect(otherWay).toEqual({ ...oneWay, callSid: 'CA2', recordedAt: expect.any(Date) });
  });

  it('where the policy is to drop the other party, it is never written', async () => {
    const { record, fill, list } = aProcess(storage, [aCarrierCall()], false);
    await record(aReport());
    await fill();
    expect(await list()).toMatchObject([{ callSid: 'CA1', otherParty: null }]);
  });
});
