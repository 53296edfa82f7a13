import { createTwilioSimulator } from '@numberkit/twilio-simulator';
import { createVoiceWebhook, voiceUrls } from '@numberkit/webhook';
import { expect, it } from 'vitest';
import { twilio } from '../../src/carrier/twilio/index.ts';
import { createNumberkit } from '../../src/index.ts';
import { freshFile } from '../purchase/host.ts';

const publicUrl = 'https://app.example.com/twilio/voice';
const CALLER = '+14155550188';

/** A host on a simulated Twilio whose status callbacks may get lost. */
async function aHost() {
  const lost: string[] = [];
  let losing = true;
  let answer: (request: Request) => Promise<Response> = async () => new Response(null, { status: 503 });
  const simulator = createTwilioSimulator({
    async fetch(input, init) {
      const request = new Request(input, init);
      if (losing && new URL(request.url).pathname.endsWith('/status')) {
        lost.push(await request.text());
        return new Response(null, { status: 503 });
      }
      return answer(request);
    },
  });
  const { sid: accountSid, authToken } = simulator.account;
  const numberkit = createNumberkit({
    carrier: twilio({
      accountSid,
      authToken,
      fetch: (input, init) => simulator.fetch(new Request(input, init)),
    }),
    storage: freshFile(),
    keys: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    voice: voiceUrls(publicUrl),
  });
  answer = createVoiceWebhook({
    routes: numberkit.routing,
    authTokens: authToken,
    publicUrl,
    fallback: { kind: 'say', text: 'Later.' },
    onCallStatus: numberkit.calls.record,
  });
  await numberkit.tenants.put({ id: 'acme', agent: { kind: 'say', text: 'Hello from Acme.' } });
  const { numbers } = await numberkit.numbers.search({ tenantId: 'acme', areaCode: '510', limit: 1 });
  const phoneNumber = numbers[0]?.phoneNumber ?? '';
  await numberkit.numbers.buy({ tenantId: 'acme', phoneNumber, idempotencyKey: 'first' });
  const ring = async () => {
    const call = simulator.calls.dial({ from: CALLER, to: phoneNumber });
    await call.waitFor(/Hello from Acme/);
    await call.ended;
    return call.sid;
  };
  return { numberkit, simulator, ring, lost, deliver: () => (losing = false) };
}

it('a call whose status callback was lost is found at Twilio, with its price; later callbacks add no second row', async () => {
  const { numberkit, simulator, ring, lost, deliver } = await aHost();
  const proven: unknown[] = [];
  numberkit.on('number.proven', (event) => void proven.push(event));
  const sid = await ring();
  await expect.poll(() => lost.length).toBeGreaterThan(0);
  expect(await numberkit.calls.list()).toEqual([]);

  expect(await numberkit.sweeps.fillCalls()).toEqual({ listed: 1, added: 1, completed: 0 });
  await expect.poll(() => proven).toHaveLength(1);
  deliver();
  const second = await ring();
  await expect.poll(async () => (await numberkit.calls.list()).length).toBe(2);

  // Twilio prices a call some time after its end; a later run brings the price.
  await simulator.clock.advance(24 * 3_600_000);
  expect(await numberkit.sweeps.fillCalls(new Date(0))).toMatchObject({ listed: 2, added: 0 });
  const calls = await numberkit.calls.list({ tenantId: 'acme' });
  expect(calls.map(({ callSid }) => callSid).sort()).toEqual([sid, second].sort());
  for (const call of calls) {
    expect(call).toMatchObject({
      outcome: 'completed',
      answered: true,
      direction: 'inbound',
      otherParty: CALLER,
      price: { currency: 'USD' },
    });
  }
  expect(proven).toHaveLength(1);
  const [usage] = await numberkit.calls.usage({ tenantId: 'acme' });
  expect(usage).toMatchObject({ calls: 2, answered: 2, unpriced: 0 });
  await numberkit.close();
});
