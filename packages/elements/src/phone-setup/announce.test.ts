import { describe, expect, it } from 'vitest';
import { createFakeApi, newTenant, owned, problem } from '../../test/fake-api/index.ts';
import { startSession } from '../../test/session.ts';
import { settle } from '../../test/virtual-timers.ts';
import { english } from '../locale/index.ts';
import { announce } from './announce.ts';

describe('what a screen reader says by itself', () => {
  it('is how many numbers were found', async () => {
    const { session } = await startSession(createFakeApi());
    expect(announce(session.model, english)).toEqual({ polite: '10 numbers found.', assertive: '' });
  });

  it('is the stage of an order, and after a while why it takes long', async () => {
    const api = createFakeApi();
    api.buysAs = 'pending';
    const { session, timers } = await startSession(api);
    session.send({ type: 'number-confirmed', key: 'key' });
    await settle();
    expect(announce(session.model, english).polite).toBe('Connecting it to your agent');
    await timers.pass(4_100);
    expect(announce(session.model, english).polite).toContain('Nothing is wrong.');
  });

  it('is the live number', async () => {
    const { session } = await startSession(createFakeApi(newTenant({ numbers: [owned()] })));
    expect(announce(session.model, english).polite).toBe('You are live. (510) 555-0142');
  });

  it('is a failure at once, with what it means for the customer', async () => {
    const api = createFakeApi();
    api.script('/purchase-number', () => problem(403, 'limit-reached'));
    const { session } = await startSession(api);
    session.send({ type: 'number-confirmed', key: 'key' });
    await settle();
    expect(announce(session.model, english).assertive).toContain('You were not charged.');
  });

  it('is the loss of the connection at once', async () => {
    const { session } = await startSession(createFakeApi());
    session.send({ type: 'connection-changed', online: false });
    expect(announce(session.model, english).assertive).toBe('You are offline. Your answers are kept.');
  });
});
