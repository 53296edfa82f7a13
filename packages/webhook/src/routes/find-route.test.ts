import type { VoiceRoute } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { createManualClock, eventually, type ManualClock } from '../../test/manual-clock.ts';
import type { WebhookEvent } from '../webhook-event.ts';
import { createFindRoute, type FindRoute } from './find-route.ts';

const NUMBER = '+15105550111';
const routeOf = (tenantId: string): VoiceRoute => ({
  tenantId,
  numberId: 'num_1',
  phoneNumber: NUMBER,
  agent: { kind: 'say', text: tenantId },
});

interface Lookup {
  readonly answer: (route: VoiceRoute | undefined) => void;
  readonly fail: (error: Error) => void;
}

/** A store whose answers the test gives by hand, in any order. */
function setUp(): {
  find: FindRoute;
  lookups: Lookup[];
  clock: ManualClock;
  events: WebhookEvent[];
  findLate: () => Promise<Awaited<ReturnType<FindRoute>>>;
} {
  const lookups: Lookup[] = [];
  const events: WebhookEvent[] = [];
  const clock = createManualClock();
  const find = createFindRoute({
    routes: { lookup: () => new Promise((answer, fail) => lookups.push({ answer, fail })) },
    lookupDeadlineMs: 800,
    maxLookups: 3,
    lastKnown: { maxEntries: 10, maxAgeMs: 60_000, warm: true },
    clock,
    emit: (event) => events.push(event),
  });
  const findLate = async () => {
    const found = find(NUMBER);
    clock.advance(800);
    return found;
  };
  return { find, lookups, clock, events, findLate };
}

describe('finding a route', () => {
  it('learns from an answer that came after the deadline', async () => {
    const { lookups, findLate } = setUp();
    expect(await findLate()).toEqual({ source: 'none', route: undefined });
    lookups[0]?.answer(routeOf('bean-scene'));
    await eventually(() => true);
    expect(await findLate()).toEqual({ source: 'last-known', route: routeOf('bean-scene') });
  });

  it('does not let a late answer replace that of a later question', async () => {
    const { find, lookups, findLate } = setUp();
    await findLate();
    const second = find(NUMBER);
    lookups[1]?.answer(routeOf('new-tenant'));
    expect((await second).route?.tenantId).toBe('new-tenant');
    lookups[0]?.answer(routeOf('former-tenant'));
    await eventually(() => true);
    expect((await findLate()).route?.tenantId).toBe('new-tenant');
  });

  it('does not let a late answer bring back a route that is gone', async () => {
    const { find, lookups, findLate } = setUp();
    const first = find(NUMBER);
    lookups[0]?.answer(routeOf('former-tenant'));
    await first;
    await findLate();
    const third = find(NUMBER);
    lookups[2]?.answer(undefined);
    expect((await third).source).toBe('unknown-number');
    lookups[1]?.answer(routeOf('former-tenant'));
    await eventually(() => true);
    expect((await findLate()).source).toBe('none');
  });

  it('takes a throw of the store, even a synchronous one, as no answer', async () => {
    const events: WebhookEvent[] = [];
    const find = createFindRoute({
      routes: {
        lookup() {
          throw new RangeError('boom');
        },
      },
      lookupDeadlineMs: 800,
      maxLookups: 3,
      lastKnown: false,
      clock: createManualClock(),
      emit: (event) => events.push(event),
    });
    expect((await find(NUMBER)).source).toBe('none');
    expect(events).toEqual([{ type: 'lookup-failed', reason: 'error', error: 'RangeError: boom' }]);
  });

  it('is not disturbed by a failure that comes after the deadline', async () => {
    const { lookups, events, findLate } = setUp();
    await findLate();
    lookups[0]?.fail(new Error('too late to matter'));
    await eventually(() => true);
    expect(events).toHaveLength(1);
  });

  it('leaves no timer behind when the store answers', async () => {
    const { find, lookups, clock } = setUp();
    const found = find(NUMBER);
    lookups[0]?.answer(routeOf('bean-scene'));
    await found;
    expect(clock.pending()).toBe(0);
  });

  it('answers from memory at once when too many look-ups are under way', async () => {
    const { find, lookups, events } = setUp();
    const first = find(NUMBER);
    lookups[0]?.answer(routeOf('bean-scene'));
    await first;
    for (let call = 0; call < 3; call += 1) {
      find(NUMBER);
    }
    expect(await find(NUMBER)).toEqual({ source: 'last-known', route: routeOf('bean-scene') });
    expect(lookups).toHaveLength(4);
    expect(events).toEqual([{ type: 'lookup-failed', reason: 'shed', error: null }]);
  });

  it('asks the store again as soon as it has answered one of them', async () => {
    const { find, lookups } = setUp();
    const waiting = [find(NUMBER), find(NUMBER), find(NUMBER)];
    expect((await find(NUMBER)).source).toBe('none');
    lookups[0]?.answer(routeOf('bean-scene'));
    await waiting[0];
    find(NUMBER);
    expect(lookups).toHaveLength(4);
  });

  it('gives up on look-ups that never come back, so that the store is asked again', async () => {
    const { find, lookups, clock } = setUp();
    for (let call = 0; call < 3; call += 1) {
      find(NUMBER);
    }
    clock.advance(10_000);
    const fresh = find(NUMBER);
    lookups[3]?.answer(routeOf('bean-scene'));
    expect((await fresh).source).toBe('store');
  });
});

describe('warming the memory of routes', () => {
  /** A store that lists its routes one by one, and looks none up. */
  function setUpList(list: () => AsyncIterable<VoiceRoute>, warm = true) {
    const events: WebhookEvent[] = [];
    const find = createFindRoute({
      routes: { lookup: () => Promise.reject(new Error('down')), warm: list },
      lookupDeadlineMs: 800,
      maxLookups: 3,
      lastKnown: { maxEntries: 2, maxAgeMs: 60_000, warm },
      clock: createManualClock(),
      emit: (event) => events.push(event),
    });
    return { find, events, warmed: () => eventually(() => events.some(({ type }) => type === 'warmed')) };
  }

  it('lets a process that has just started answer while the store is down', async () => {
    const { find, events, warmed } = setUpList(async function* () {
      yield routeOf('bean-scene');
    });
    await warmed();
    expect(events).toEqual([{ type: 'warmed', routes: 1, error: null }]);
    expect(await find(NUMBER)).toEqual({ source: 'last-known', route: routeOf('bean-scene') });
  });

  it('reads no more routes than are kept', async () => {
    let read = 0;
    const { events, warmed } = setUpList(async function* () {
      for (;;) {
        read += 1;
        yield { ...routeOf('bean-scene'), phoneNumber: `+1510555${read}` };
      }
    });
    await warmed();
    expect(events).toEqual([{ type: 'warmed', routes: 2, error: null }]);
    expect(read).toBeLessThan(5);
  });

  it('reports a list that breaks off, and keeps what came before', async () => {
    const { find, events, warmed } = setUpList(async function* () {
      yield routeOf('bean-scene');
      throw new Error('gone');
    });
    await warmed();
    expect(events).toEqual([{ type: 'warmed', routes: 0, error: 'Error: gone' }]);
    expect((await find(NUMBER)).source).toBe('last-known');
  });

  it('does not happen when it is turned off', async () => {
    let asked = false;
    setUpList(async function* () {
      asked = true;
      yield routeOf('bean-scene');
    }, false);
    await eventually(() => true);
    expect(asked).toBe(false);
  });
});
