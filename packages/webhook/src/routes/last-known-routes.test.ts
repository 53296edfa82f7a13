import type { VoiceRoute } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../test/manual-clock.ts';
import { createLastKnownRoutes } from './last-known-routes.ts';

const route = (phoneNumber: string): VoiceRoute => ({
  tenantId: 't',
  numberId: 'num_1',
  phoneNumber,
  agent: { kind: 'say', text: 'Hi' },
});

describe('the memory of routes', () => {
  it('drops the number that was called longest ago when it is full', () => {
    const known = createLastKnownRoutes({ maxEntries: 2, maxAgeMs: 1000, warm: true }, createManualClock());
    for (const phoneNumber of ['+1', '+2', '+1', '+3']) {
      known.learn(phoneNumber, route(phoneNumber), known.ask());
    }
    expect(['+1', '+2', '+3'].map((phoneNumber) => known.recall(phoneNumber)?.phoneNumber)).toEqual([
      '+1',
      undefined,
      '+3',
    ]);
  });

  it('forgets a route that has become too old, and refreshes its age with every answer', () => {
    const clock = createManualClock();
    const known = createLastKnownRoutes({ maxEntries: 2, maxAgeMs: 1000, warm: true }, clock);
    known.learn('+1', route('+1'), known.ask());
    clock.advance(900);
    known.learn('+1', route('+1'), known.ask());
    clock.advance(1000);
    expect(known.recall('+1')).toBeDefined();
    clock.advance(1);
    expect(known.recall('+1')).toBeUndefined();
  });

  it('is not filled by numbers nobody owns, which anybody may call', () => {
    const known = createLastKnownRoutes({ maxEntries: 1, maxAgeMs: 1000, warm: true }, createManualClock());
    known.learn('+1', route('+1'), known.ask());
    known.learn('+2', undefined, known.ask());
    expect(known.recall('+1')).toBeDefined();
  });

  it('believes a look-up over a list that was begun before it, also that nobody owns the number', async () => {
    const known = createLastKnownRoutes({ maxEntries: 10, maxAgeMs: 1000, warm: true }, createManualClock());
    const released = '+15105550111';
    const agent = { kind: 'say', text: 'former tenant' } as const;
    await known.warm(
      (async function* () {
        known.learn(released, undefined, known.ask());
        yield { tenantId: 'former', numberId: 'num_1', phoneNumber: released, agent };
      })(),
    );
    expect(known.recall(released)).toBeUndefined();
  });
});
