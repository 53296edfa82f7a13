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
    lastKnown: { maxEntries: 10, maxAgeMs: 60_000 },
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
});
