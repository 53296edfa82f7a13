import { describe, expect, it } from 'vitest';
import { eventually } from '../test/manual-clock.ts';
import { find, outline, parseTwiml } from '../test/parse-twiml.ts';
import { CALLED, INBOUND, signedPost } from '../test/twilio-request.ts';
import { RECOVERY_PHONE, RELAY, routeTo, webhookUnderTest } from '../test/webhook-under-test.ts';

const ringing = () => signedPost(INBOUND);

describe('a call', () => {
  it('reaches the agent of the called number after one lookup, by that number', async () => {
    const webhook = webhookUnderTest();
    const { status, body, headers } = await webhook.send(ringing());
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(find(body, 'ConversationRelay').attributes.url).toBe('wss://agent.example.com/relay');
    expect(find(body, 'Connect').attributes.action).toBe('https://app.example.com/twilio/voice/action');
    expect(webhook.lookups).toEqual([CALLED]);
  });

  it('reaches the agent whoever calls', async () => {
    for (const From of ['anonymous', '+266696687', 'client:alice', 'sip:bob@example.com', '']) {
      const { body } = await webhookUnderTest().send(signedPost({ ...INBOUND, From }));
      expect(outline(body)).toMatch(/^Connect/);
    }
  });

  it('to a number nobody owns is rejected, which costs nothing', async () => {
    const webhook = webhookUnderTest();
    webhook.routes.clear();
    const { status, body } = await webhook.send(ringing());
    expect([status, outline(body)]).toEqual([200, 'Reject']);
  });

  it('to something that is no phone number is rejected without a lookup', async () => {
    const webhook = webhookUnderTest();
    for (const To of ['sip:sales@example.sip.twilio.com', 'client:support', 'anonymous', '15105550111']) {
      expect(outline((await webhook.send(signedPost({ ...INBOUND, To }))).body)).toBe('Reject');
    }
    expect(webhook.lookups).toEqual([]);
  });

  it("of ours that the tenant's own phone forwards back is busy, so that its caller goes on to voicemail", async () => {
    const webhook = webhookUnderTest();
    const { body } = await webhook.send(signedPost({ ...INBOUND, From: CALLED }));
    expect(find(body, 'Reject').attributes).toEqual({ reason: 'busy' });
    expect(webhook.lookups).toEqual([]);
    expect(webhook.events).toContainEqual({ type: 'came-back', callSid: INBOUND.CallSid });
  });

  it('to an unknown number can be answered in another way', async () => {
    const webhook = webhookUnderTest(routeTo(RELAY), { unknownNumber: { kind: 'say', text: 'Not in use.' } });
    webhook.routes.clear();
    expect(outline((await webhook.send(ringing())).body)).toBe('Say Hangup');
  });

  it('is told to the observer without a phone number', async () => {
    const webhook = webhookUnderTest();
    await webhook.send(ringing());
    expect(webhook.events).toEqual([
      {
        type: 'answered',
        endpoint: 'voice',
        source: 'store',
        agentKind: 'conversation-relay',
        tenantId: 'bean-scene',
        numberId: 'num_1',
        callSid: INBOUND.CallSid,
        durationMs: 0,
      },
    ]);
  });

  it('is answered even when the observer throws', async () => {
    const webhook = webhookUnderTest(routeTo(RELAY), {
      onEvent: () => {
        throw new Error('observer');
      },
    });
    expect((await webhook.send(ringing())).status).toBe(200);
  });

  it('to a misconfigured agent goes to the tenant instead of failing', async () => {
    const route = routeTo(
      { ...RELAY, url: 'https://not-a-socket.example' },
      { recoveryPhone: RECOVERY_PHONE },
    );
    const webhook = webhookUnderTest(route);
    const { status, body } = await webhook.send(ringing());
    expect(status).toBe(200);
    expect(find(body, 'Number').text).toBe(RECOVERY_PHONE);
    expect(webhook.events).toContainEqual({
      type: 'internal-error',
      endpoint: 'voice',
      error: 'TypeError: agent.url: not a wss:// address. Give a full one.',
    });
  });

  it('to an agent whose TwiML would be too large goes to voicemail', async () => {
    const webhook = webhookUnderTest(routeTo({ ...RELAY, greeting: 'x'.repeat(70_000) }));
    expect(outline((await webhook.send(ringing())).body)).toBe('Say Record Hangup');
  });

  it('gets valid TwiML even when the store hands out nonsense', async () => {
    const nonsense: unknown = { phoneNumber: CALLED };
    // A store written in JavaScript can answer anything.
    const webhook = webhookUnderTest(nonsense as ReturnType<typeof routeTo>);
    const { status, body } = await webhook.send(ringing());
    expect(status).toBe(200);
    expect(find(body, 'Say').text).toBe('Fallback speaking.');
    expect(webhook.events.map(({ type }) => type)).toContain('internal-error');
  });
});

describe('a call while the route store fails', () => {
  const failing = async (): Promise<never> => {
    throw new Error(`no connection while looking up ${CALLED}`);
  };

  it('reaches the agent it reached last', async () => {
    const webhook = webhookUnderTest();
    await webhook.send(ringing());
    webhook.storeFault = failing;
    const { body } = await webhook.send(ringing());
    expect(outline(body)).toMatch(/^Connect/);
    expect(webhook.events.at(-1)).toMatchObject({ type: 'answered', source: 'last-known' });
  });

  it('hears the fallback when nothing is remembered', async () => {
    const webhook = webhookUnderTest();
    webhook.storeFault = failing;
    const { status, body } = await webhook.send(ringing());
    expect(status).toBe(200);
    expect(find(body, 'Say').text).toBe('Fallback speaking.');
  });

  it('tells the observer why, the phone number masked', async () => {
    const webhook = webhookUnderTest();
    webhook.storeFault = failing;
    await webhook.send(ringing());
    expect(webhook.events[0]).toEqual({
      type: 'lookup-failed',
      reason: 'error',
      error: 'Error: no connection while looking up [number]',
    });
    expect(JSON.stringify(webhook.events)).not.toContain(CALLED.slice(1));
  });

  it('does not wait longer than the deadline', async () => {
    const webhook = webhookUnderTest(routeTo(RELAY), { lookupDeadlineMs: 300 });
    webhook.storeFault = () => new Promise(() => undefined);
    const answer = webhook.send(ringing());
    await eventually(() => webhook.lookups.length === 1);
    webhook.clock.advance(300);
    expect(find((await answer).body, 'Say').text).toBe('Fallback speaking.');
    expect(webhook.events).toContainEqual({ type: 'lookup-failed', reason: 'late', error: null });
  });

  it('hears the fallback agent when the fallback is an agent', async () => {
    const webhook = webhookUnderTest(routeTo(RELAY), { fallback: { ...RELAY, greeting: 'One moment.' } });
    webhook.storeFault = failing;
    const { body } = await webhook.send(ringing());
    expect(find(body, 'ConversationRelay').attributes.welcomeGreeting).toBe('One moment.');
    expect(parseTwiml(body).children[0]?.children[0]?.children).toEqual([]);
  });

  it('never uses a route older than allowed, nor any when told to remember none', async () => {
    for (const lastKnown of [{ maxAgeMs: 60_000 }, false] as const) {
      const webhook = webhookUnderTest(routeTo(RELAY), { lastKnown });
      await webhook.send(ringing());
      webhook.storeFault = failing;
      webhook.clock.advance(60_001);
      expect(find((await webhook.send(ringing())).body, 'Say').text).toBe('Fallback speaking.');
    }
  });

  it('never rings at the former tenant of a number the store has since called unknown', async () => {
    const webhook = webhookUnderTest();
    await webhook.send(ringing());
    webhook.routes.clear();
    await webhook.send(ringing());
    webhook.storeFault = failing;
    expect(find((await webhook.send(ringing())).body, 'Say').text).toBe('Fallback speaking.');
  });
});

describe('a retry by Twilio', () => {
  const retry = (token: string, params = INBOUND) =>
    signedPost(params, { headers: { 'i-twilio-idempotency-token': token } });

  it('gets the answer of the first try without another lookup', async () => {
    const webhook = webhookUnderTest();
    const first = await webhook.send(retry('one'));
    webhook.routes.clear();
    expect((await webhook.send(retry('one'))).body).toBe(first.body);
    expect(webhook.lookups).toHaveLength(1);
  });

  it('is told apart from other requests, by its token and by its signature', async () => {
    const webhook = webhookUnderTest();
    await webhook.send(retry('one'));
    await webhook.send(retry('two'));
    await webhook.send(retry('one', { ...INBOUND, From: '+14155550101' }));
    await webhook.send(ringing());
    expect(webhook.lookups).toHaveLength(4);
  });

  it('is looked up again after a while, and always when told to', async () => {
    const webhook = webhookUnderTest();
    await webhook.send(retry('one'));
    webhook.clock.advance(20_001);
    await webhook.send(retry('one'));
    expect(webhook.lookups).toHaveLength(2);
    const forgetful = webhookUnderTest(routeTo(RELAY), { retries: false });
    await forgetful.send(retry('one'));
    await forgetful.send(retry('one'));
    expect(forgetful.lookups).toHaveLength(2);
  });
});

describe('a call to a dial agent', () => {
  const dialAgent = { kind: 'dial', phoneNumber: '+15105550177', timeoutSeconds: 25 } as const;

  it('rings that phone with the caller shown', async () => {
    const { body } = await webhookUnderTest(routeTo(dialAgent)).send(ringing());
    const { attributes } = find(body, 'Dial');
    expect(attributes).toEqual({
      action: 'https://app.example.com/twilio/voice/action',
      method: 'POST',
      timeout: '25',
      answerOnBridge: 'true',
    });
  });

  it('shows the called number when the caller has none', async () => {
    const { body } = await webhookUnderTest(routeTo(dialAgent)).send(
      signedPost({ ...INBOUND, From: 'anonymous' }),
    );
    expect(find(body, 'Dial').attributes.callerId).toBe(CALLED);
  });

  it.each([
    ['calls itself', { From: dialAgent.phoneNumber }],
    ['forwarded the call to us', { ForwardedFrom: dialAgent.phoneNumber }],
    ['forwarded the call, written without country code', { ForwardedFrom: '5105550177' }],
  ])('does not ring a phone that %s', async (_why, changes) => {
    const { body } = await webhookUnderTest(routeTo(dialAgent)).send(signedPost({ ...INBOUND, ...changes }));
    expect(outline(body)).toBe('Say Record Hangup');
  });

  it('ends a round that no carrier reported', async () => {
    const webhook = webhookUnderTest(routeTo(dialAgent));
    const answers: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      answers.push(outline((await webhook.send(signedPost({ ...INBOUND, CallSid: `CA${round}` }))).body));
    }
    expect(answers).toEqual(['Dial(Number)', 'Dial(Number)', 'Dial(Number)', 'Say Record Hangup']);
    expect(outline((await webhook.send(signedPost({ ...INBOUND, From: '+14155550101' }))).body)).toBe(
      'Dial(Number)',
    );
    webhook.clock.advance(60_000);
    expect(outline((await webhook.send(ringing())).body)).toBe('Dial(Number)');
  });
});
