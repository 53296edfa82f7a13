import { describe, expect, it } from 'vitest';
import {
  createFakeApi,
  type FakeApi,
  newTenant,
  owned,
  problem,
  reset,
  silence,
} from '../../test/fake-api/index.ts';
import { createStorage, startSession, type TestSession } from '../../test/session.ts';
import { settle } from '../../test/virtual-timers.ts';

const keysOf = (api: FakeApi) => ordersOf(api).map((each) => each.headers.get('Idempotency-Key'));
const ordersOf = (api: FakeApi) => api.seen.filter((each) => each.path === '/purchase-number');
const searchesOf = (api: FakeApi) =>
  api.seen.filter((each) => each.path === '/search-numbers').map((each) => each.body);

async function order({ session }: TestSession, key = 'key-1'): Promise<void> {
  session.send({ type: 'number-confirmed', key });
  await settle();
}

describe('opening', () => {
  it('searches at the business location at once when buying is the only way', async () => {
    const api = createFakeApi();
    const { session } = await startSession(api);
    expect(session.model.step).toBe('number');
    expect(searchesOf(api)).toEqual([{ query: 'Oakland, CA', limit: 10 }]);
    expect(session.model.search.selected).toBe('+15105550142');
  });

  it('says why it takes long after four seconds, and fails for good after its attempts', async () => {
    const api = createFakeApi();
    api.script('/setup-state', silence);
    const { session, timers } = await startSession(api);
    await timers.pass(4_000);
    expect(session.model.opening.patience).toBe('slow');
    await timers.pass(20_000);
    expect(session.model.opening.failure?.kind).toBe('timeout');
  });

  it('opens by itself when the connection comes back', async () => {
    const api = createFakeApi();
    api.script('/setup-state', reset, reset, reset);
    const { session, timers } = await startSession(api);
    session.send({ type: 'connection-changed', online: false });
    await timers.pass(2_000);
    expect(session.model.opening.failure?.kind).toBe('unreachable');
    session.send({ type: 'connection-changed', online: true });
    await settle();
    expect(session.model.step).toBe('number');
  });
});

describe('searching', () => {
  it('waits for a pause in typing and sends the last of it only', async () => {
    const api = createFakeApi();
    const { session, timers } = await startSession(api);
    for (const query of ['B', 'Be', 'Berkeley']) {
      session.send({ type: 'query-typed', query });
      await timers.pass(100);
    }
    expect(searchesOf(api)).toHaveLength(1);
    await timers.pass(250);
    expect(searchesOf(api)).toEqual([expect.anything(), { query: 'Berkeley', limit: 10 }]);
  });

  it('drops an answer that was replaced by newer typing', async () => {
    const api = createFakeApi();
    let answerLate: (response: Response) => void = () => {};
    const { session, timers } = await startSession(api);
    api.script('/search-numbers', () => new Promise((resolve) => (answerLate = resolve)));
    session.send({ type: 'query-typed', query: 'Slow place' });
    await timers.pass(300);
    session.send({ type: 'query-typed', query: 'Oakland' });
    answerLate(new Response(JSON.stringify({ numbers: [], suggestions: [] })));
    await timers.pass(300);
    expect(session.model.search.numbers).toHaveLength(10);
  });

  it('drops an answer that comes although its search was cancelled', async () => {
    const api = createFakeApi();
    const test = await startSession(api, createStorage(), (input, init) =>
      api.fetch(input, { ...init, signal: null }),
    );
    const late: ((response: Response) => void)[] = [];
    api.script('/search-numbers', () => new Promise((resolve) => late.push(resolve)));
    test.session.send({ type: 'query-typed', query: 'Slow place' });
    await test.timers.pass(300);
    test.session.send({ type: 'query-typed', query: 'Oakland' });
    await test.timers.pass(300);
    late[0]?.(Response.json({ numbers: [], suggestions: [] }));
    await settle();
    expect(test.session.model.search.numbers).toHaveLength(10);
  });

  it('asks for an area code instead of the place while a suggestion is pressed', async () => {
    const api = createFakeApi();
    const { session } = await startSession(api);
    session.send({ type: 'area-code-toggled', areaCode: '415' });
    await settle();
    session.send({ type: 'area-code-toggled', areaCode: '415' });
    await settle();
    expect(searchesOf(api).slice(1)).toEqual([
      { areaCode: '415', limit: 10 },
      { query: 'Oakland, CA', limit: 10 },
    ]);
  });

  it('sends a word in capitals, without what no keypad has', async () => {
    const api = createFakeApi();
    const { session, timers } = await startSession(api);
    session.send({ type: 'contains-typed', contains: 'co-ol ' });
    await timers.pass(300);
    expect(searchesOf(api).at(-1)).toMatchObject({ contains: 'COOL' });
  });

  it('asks for a place when neither the customer nor the host has named one', async () => {
    const setup = newTenant();
    const api = createFakeApi({ ...setup, tenant: { ...setup.tenant, location: null } });
    const { session, timers } = await startSession(api);
    expect(session.model.search.status).toBe('asking');
    session.send({ type: 'search-submitted' });
    await settle();
    expect(searchesOf(api)).toEqual([{ limit: 10 }]);
    session.send({ type: 'query-typed', query: 'Oakland' });
    await timers.pass(300);
    session.send({ type: 'query-typed', query: '' });
    await timers.pass(300);
    expect(session.model.search.status).toBe('asking');
  });

  it('does not call half a word a mistake until typing has stopped for a while', async () => {
    const api = createFakeApi();
    const { session, timers, news } = await startSession(api);
    api.script('/search-numbers', () => problem(404, 'unknown-place'));
    session.send({ type: 'query-typed', query: 'Oak' });
    await timers.pass(900);
    expect(session.model.search.status).toBe('searching');
    await timers.pass(400);
    expect(session.model.search).toMatchObject({ status: 'failed', failure: { code: 'unknown-place' } });
    expect(news.filter((each) => each.type === 'error')).toHaveLength(1);
  });

  it('calls it a mistake at once when the customer pressed Enter', async () => {
    const api = createFakeApi();
    const { session } = await startSession(api);
    api.script('/search-numbers', () => problem(404, 'unknown-place'));
    session.send({ type: 'query-typed', query: 'Nowhereville' });
    session.send({ type: 'search-submitted' });
    await settle();
    expect(session.model.search.status).toBe('failed');
  });

  it('leaves a single character out, which the server would refuse', async () => {
    const api = createFakeApi();
    const { session, timers } = await startSession(api);
    session.send({ type: 'contains-typed', contains: 'c' });
    await timers.pass(300);
    expect(searchesOf(api).at(-1)).toEqual({ query: 'Oakland, CA', limit: 10 });
  });

  it('tries three times before it says that it failed', async () => {
    const api = createFakeApi();
    const broken = () => problem(503, 'carrier-unavailable');
    api.script('/search-numbers', broken, broken, broken);
    const { session, timers, news } = await startSession(api);
    await timers.pass(2_000);
    expect(session.model.search.status).toBe('failed');
    expect(news.at(-1)).toMatchObject({ type: 'error', failure: { code: 'carrier-unavailable' } });
    session.send({ type: 'retry-wanted' });
    await settle();
    expect(session.model.search.status).toBe('found');
  });
});

describe('ordering', () => {
  it('goes live and says so once', async () => {
    const api = createFakeApi();
    const test = await startSession(api);
    await order(test);
    expect(test.session.model.step).toBe('live');
    expect(test.news.filter((each) => each.type === 'activated')).toHaveLength(1);
  });

  it('asks again and again, ever more slowly, while the number is pending', async () => {
    const api = createFakeApi();
    api.buysAs = 'pending';
    const test = await startSession(api);
    await order(test);
    await test.timers.pass(60_000);
    const polls = api.seen.filter((each) => each.path === '/number-status');
    expect(polls.length).toBeGreaterThan(5);
    expect(polls.length).toBeLessThan(15);
    api.change('num_5105550142', { status: 'active' });
    await test.timers.pass(8_000);
    expect(test.session.model.step).toBe('live');
  });

  it('explains after four seconds and offers the way out after fifteen', async () => {
    const api = createFakeApi();
    api.buysAs = 'pending';
    const test = await startSession(api);
    await order(test);
    await test.timers.pass(4_100);
    expect(test.session.model.order?.patience).toBe('slow');
    await test.timers.pass(11_000);
    expect(test.session.model.order?.patience).toBe('long');
    test.session.send({ type: 'leave-wanted' });
    expect(test.news.at(-1)).toEqual({ type: 'left', phoneNumber: '+15105550142' });
  });

  it('sends a lost order again under the same key', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', reset);
    const test = await startSession(api);
    await order(test);
    await test.timers.pass(2_000);
    expect(test.session.model.step).toBe('live');
    expect(keysOf(api)).toEqual(['key-1', 'key-1']);
  });

  it('does not order again when the lost order turns out to have worked', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', () => {
      api.setup = { ...api.setup, numbers: [owned()] };
      return reset();
    });
    const test = await startSession(api);
    await order(test);
    await test.timers.pass(2_000);
    expect(test.session.model.live?.number.phoneNumber).toBe('+15105550142');
    expect(ordersOf(api)).toHaveLength(1);
  });

  it('never claims that nothing was charged when it cannot know, and keeps the key for the next try', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', reset, reset, reset);
    const test = await startSession(api);
    await order(test);
    await test.timers.pass(10_000);
    expect(test.session.model.order).toMatchObject({ stage: 'ordering', failure: { kind: 'unreachable' } });
    test.session.send({ type: 'retry-wanted' });
    await settle();
    expect(test.session.model.step).toBe('live');
    expect(new Set(keysOf(api))).toEqual(new Set(['key-1']));
  });

  it('checks an uncertain order by itself when the connection comes back', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', reset);
    const test = await startSession(api);
    test.session.send({ type: 'connection-changed', online: false });
    await order(test);
    expect(test.session.model.order?.failure?.kind).toBe('unreachable');
    test.session.send({ type: 'connection-changed', online: true });
    await settle();
    expect(test.session.model.step).toBe('live');
  });

  it('adopts a number that another tab has bought meanwhile', async () => {
    const api = createFakeApi();
    const test = await startSession(api);
    api.setup = { ...api.setup, numbers: [owned({ phoneNumber: '+15105550177' })] };
    await order(test);
    expect(test.session.model.live?.number.phoneNumber).toBe('+15105550177');
    expect(ordersOf(api)).toHaveLength(0);
  });

  it('returns to the list with the next number when an order comes to nothing', async () => {
    const api = createFakeApi();
    api.buysAs = 'failed';
    const test = await startSession(api);
    await order(test);
    expect(test.session.model.step).toBe('number');
    expect(test.session.model.search.notice).toEqual({ kind: 'declined', display: '(510) 555-0142' });
    expect(test.session.model.search.selected).toBe('+15105550177');
  });

  it('searches again when every known number is gone', async () => {
    const api = createFakeApi();
    const test = await startSession(api);
    test.session.send({ type: 'contains-typed', contains: 'cool' });
    await test.timers.pass(300);
    api.script('/purchase-number', () => problem(409, 'number-unavailable'));
    await order(test);
    expect(test.session.model.search).toMatchObject({ status: 'found', notice: { kind: 'taken' } });
    expect(searchesOf(api)).toHaveLength(3);
  });
});

describe('a reload', () => {
  it('sends an order again, under the same key, of which nobody knows whether it arrived', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', silence);
    const storage = createStorage();
    const before = await startSession(api, storage);
    await order(before);
    before.session.stop();
    const after = await startSession(api, storage);
    expect(after.session.model.step).toBe('live');
    expect(keysOf(api)).toEqual(['key-1', 'key-1']);
  });

  it('keeps the answers of another number under way', async () => {
    const api = createFakeApi(newTenant({ numbers: [owned()] }));
    const storage = createStorage();
    const before = await startSession(api, storage);
    before.session.send({ type: 'another-wanted' });
    before.session.send({ type: 'query-typed', query: 'Berkeley' });
    const after = await startSession(api, storage);
    expect(after.session.model).toMatchObject({ step: 'number', another: true });
    expect(after.session.model.search.query).toBe('Berkeley');
  });

  it('buys a second number only when the customer asked for another', async () => {
    const api = createFakeApi(newTenant({ numbers: [owned({ phoneNumber: '+15105559999' })] }));
    const test = await startSession(api);
    expect(test.session.model.step).toBe('live');
    test.session.send({ type: 'another-wanted' });
    await settle();
    await order(test);
    expect(test.session.model.live?.number.phoneNumber).toBe('+15105550142');
    expect(ordersOf(api)).toHaveLength(1);
  });

  it('tells nobody anything after it was stopped', async () => {
    const api = createFakeApi();
    const test = await startSession(api);
    const told = test.news.length;
    test.session.send({ type: 'query-typed', query: 'x' });
    test.session.stop();
    await test.timers.pass(1_000);
    expect(test.news).toHaveLength(told);
    expect(searchesOf(api)).toHaveLength(1);
  });
});
