import type {
  Forwarding,
  ForwardingPlan,
  ForwardingResponse,
  SetupState,
  VerifyForwardingResponse,
} from '@numberkit/contract';
import { createTwilioSimulator, type TwilioSimulator } from '@numberkit/twilio-simulator';
import { createVoiceWebhook, voiceUrls } from '@numberkit/webhook';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { twilio } from '../../src/carrier/twilio/index.ts';
import type { Clock } from '../../src/clock.ts';
import type { Numberkit } from '../../src/numberkit.ts';
import { poolHost } from '../pool/pool-host.ts';
import { freshFile } from '../purchase/host.ts';

vi.setConfig({ testTimeout: 60_000 });

const PUBLIC_URL = 'https://app.example.com/twilio/voice';
const API = 'https://app.example.com/api/twilio';
const LINE = '+15103456789';
const FALLBACK = '<Response><Say>Later.</Say></Response>';

/** A host with a page's API and a voice webhook, at a simulated Twilio; time passes while somebody waits. */
async function startHost(): Promise<{ readonly simulator: TwilioSimulator; readonly kit: Numberkit }> {
  const simulator = createTwilioSimulator({
    seed: 7,
    clock: { mode: 'virtual' },
    fetch: (input, init) => webhook(new Request(input, init)),
  });
  const clock: Clock = {
    now: () => simulator.clock.now(),
    sleep: async (milliseconds) => void (await simulator.clock.advance(milliseconds)),
  };
  const { sid: accountSid, authToken } = simulator.account;
  const fetch: typeof globalThis.fetch = (input, init) => simulator.fetch(new Request(input, init));
  const carrier = twilio({ accountSid, authToken, clock, fetch });
  const kit = poolHost(freshFile(), carrier, clock, {
    voice: voiceUrls(PUBLIC_URL),
    paths: ['buy', 'forward'],
    authorize: () => ({ tenantId: 'acme', role: 'tenant' }),
  });
  const webhook = createVoiceWebhook({
    routes: kit.routing,
    authTokens: authToken,
    publicUrl: PUBLIC_URL,
    fallback: FALLBACK,
    onCallStatus: kit.calls.record,
  });
  await kit.ready();
  await kit.tenants.put({ id: 'acme', agent: { kind: 'say', text: 'Acme, hello.' } });
  // One for the tenant; the other stays in the pool, and test calls come from it.
  const actor = { kind: 'operator', id: 'jo' } as const;
  await kit.pool.prebuy({ areaCodes: ['510'], countPerArea: 2, actor }).summary();
  return { simulator, kit };
}

describe('a line is forwarded over HTTP', () => {
  let simulator: TwilioSimulator;
  let kit: Numberkit;
  beforeEach(async () => {
    ({ simulator, kit } = await startHost());
  });
  afterEach(() => kit.close());

  async function ask<T>(path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    const response = await kit.handler(new Request(`${API}${path}`, { ...init, headers }));
    expect(response.status, `${path} ${response.status}`).toBeLessThan(300);
    // The OpenAPI tests prove what the routes answer.
    return (await response.json()) as T;
  }

  /** Every event of a test, from the first to the last. */
  async function eventsOf(testId: string): Promise<VerifyForwardingResponse[]> {
    const response = await kit.handler(new Request(`${API}/verify-forwarding-events?testId=${testId}`));
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const text = await response.text();
    const events = text.split('\n\n').filter((part) => part.startsWith('event: test\n'));
    return events.map((event) => JSON.parse(event.slice(event.indexOf('data: ') + 6)));
  }

  async function verify(forwardingId: string): Promise<VerifyForwardingResponse[]> {
    const { test: asked } = await ask<VerifyForwardingResponse>('/verify-forwarding', { forwardingId });
    return eventsOf(asked.id);
  }

  async function dial(plan: ForwardingPlan): Promise<void> {
    for (const step of plan.steps) {
      if (step.kind !== 'dial') throw new Error(`nothing to dial: ${step.kind}`);
      const { done } = simulator.lines.dial(LINE, step.keys);
      let over = false;
      void done.then(() => {
        over = true;
      });
      // A code that must be answered is a call, which takes its time.
      await expect.poll(() => simulator.clock.advance(1_000).then(() => over)).toBe(true);
    }
  }

  async function begin(carrierId: string): Promise<Forwarding> {
    const body = { existingLine: '(510) 345-6789', carrierId, condition: 'all' };
    return (await ask<ForwardingResponse>('/setup-forwarding', body)).forwarding;
  }

  test('begun, dialled, proved while the page watches, called by a stranger, cancelled, and proved off', async () => {
    simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile' });
    const { id, plan, undo, number } = await begin('us-t-mobile');
    expect(number.status).toBe('active');

    const before = await verify(id);
    expect(before.at(-1)?.test).toMatchObject({ stage: 'done', outcome: 'not-forwarded' });

    await dial(plan);
    await simulator.clock.advance(60_000);
    const proved = await verify(id);
    expect(proved.length).toBeGreaterThan(1);
    expect(proved.at(-1)).toMatchObject({
      test: { outcome: 'verified' },
      forwarding: { status: 'verified' },
    });
    const testId = proved.at(-1)?.test.id ?? '';
    expect(await ask(`/verify-forwarding?testId=${testId}`)).toMatchObject({ test: { outcome: 'verified' } });
    expect(await eventsOf(testId)).toHaveLength(1);

    const caller = simulator.calls.dial({ from: '+12125550111', to: LINE });
    await expect
      .poll(async () => {
        await simulator.clock.advance(1_000);
        return caller.transcript().map(({ text }) => text);
      })
      .toContain('Acme, hello.');
    caller.hangup();

    const cancelled = await ask<ForwardingResponse>('/cancel-forwarding', { forwardingId: id });
    expect(cancelled.forwarding.status).toBe('cancelling');
    await dial(undo);
    await simulator.clock.advance(10_000);
    const off = await verify(id);
    expect(off.at(-1)).toMatchObject({ test: { outcome: 'off' }, forwarding: { status: 'off' } });
    expect((await ask<SetupState>('/setup-state')).forwardings).toEqual([]);
  });

  test('a line that shows itself in the place of its callers is held in silence, and proved', async () => {
    simulator.lines.add({ phoneNumber: LINE, carrier: 'T-Mobile', quirks: { caller: 'line' } });
    const { id, plan } = await begin('us-t-mobile');
    await dial(plan);
    expect((await verify(id)).at(-1)?.test.outcome).toBe('verified');
  });

  test('a line whose carrier wants an answer hears us, and comes back', async () => {
    simulator.lines.add({ phoneNumber: LINE, carrier: 'Cox', kind: 'landline' });
    const { id, plan } = await begin('us-cox');
    await dial(plan);
    expect(
      simulator.lines
        .get(LINE)
        ?.heard.map(({ text }) => text)
        .join(' '),
    ).toContain('Your calls are now being forwarded');
    expect((await verify(id)).at(-1)?.test.outcome).toBe('verified');
  });
});
