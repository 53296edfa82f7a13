import { describe, expect, it } from 'vitest';
import { find, outline } from '../../test/parse-twiml.ts';
import { CALLED, CALLER, INBOUND, type Params, signedPost } from '../../test/twilio-request.ts';
import { RECOVERY_PHONE, RELAY, routeTo, webhookUnderTest } from '../../test/webhook-under-test.ts';
import type { RecoveryOptions } from '../index.ts';

const route = routeTo(RELAY, { recoveryPhone: RECOVERY_PHONE });
const VOICEMAIL = 'Say Record Hangup';
const FAILED: Params = { ...INBOUND, CallStatus: 'in-progress', SessionStatus: 'failed' };

const after = (params: Params) => signedPost(params, { path: '/action' });

describe('an agent that failed', () => {
  it.each([
    ['its session failed', { SessionStatus: 'failed' }],
    ['its session ended in a way not known yet', { SessionStatus: 'disconnected' }],
    ['Twilio sent an error with an ended session', { SessionStatus: 'completed', ErrorCode: '64102' }],
    ['its stream had an error', { StreamError: 'closed', StreamSid: 'MZ1' }],
    ['its SIP address did not answer', { DialCallStatus: 'no-answer' }],
    ['its SIP address was busy', { DialCallStatus: 'busy' }],
    ['its SIP address refused', { DialCallStatus: 'failed', ErrorCode: '13224' }],
  ])('leaves the caller with the tenant because %s', async (_why, changes) => {
    const webhook = webhookUnderTest(route);
    const { status, body } = await webhook.send(after({ ...INBOUND, CallStatus: 'in-progress', ...changes }));
    expect(status).toBe(200);
    expect(find(body, 'Number').text).toBe(RECOVERY_PHONE);
    expect(find(body, 'Dial').attributes).toEqual({
      action: 'https://app.example.com/twilio/voice/recovery',
      method: 'POST',
      timeout: '20',
      callerId: CALLED,
      answerOnBridge: 'true',
    });
    expect(webhook.lookups).toEqual([CALLED]);
    expect(webhook.events.slice(0, 2)).toEqual([
      {
        type: 'agent-ended',
        outcome: 'failed',
        errorCode: 'ErrorCode' in changes ? changes.ErrorCode : null,
        callSid: INBOUND.CallSid,
      },
      { type: 'recovered', step: 'dial', callSid: INBOUND.CallSid },
    ]);
  });

  it('leaves the caller with voicemail when the tenant has no phone', async () => {
    const { body } = await webhookUnderTest(routeTo(RELAY)).send(after(FAILED));
    expect(outline(body)).toBe(VOICEMAIL);
    expect(find(body, 'Record').attributes).toEqual({
      action: 'https://app.example.com/twilio/voice/recording',
      method: 'POST',
      maxLength: '120',
      playBeep: 'true',
    });
  });

  it('leaves the caller with voicemail when the store is down and remembers nothing', async () => {
    const webhook = webhookUnderTest(route, { fallback: RELAY });
    webhook.storeFault = () => Promise.reject(new Error('down'));
    expect(outline((await webhook.send(after(FAILED))).body)).toBe(VOICEMAIL);
  });

  it('leaves the caller with the remembered phone when the store is down', async () => {
    const webhook = webhookUnderTest(route);
    await webhook.send(signedPost(INBOUND));
    webhook.storeFault = () => Promise.reject(new Error('down'));
    expect(find((await webhook.send(after(FAILED))).body, 'Number').text).toBe(RECOVERY_PHONE);
  });

  it('does nothing for a caller who has hung up', async () => {
    const webhook = webhookUnderTest(route);
    const { body } = await webhook.send(after({ ...FAILED, CallStatus: 'completed' }));
    expect(outline(body)).toBe('Hangup');
    expect(webhook.lookups).toEqual([]);
  });

  it('ends the call when the number has been released meanwhile', async () => {
    const webhook = webhookUnderTest(route);
    webhook.routes.clear();
    expect(outline((await webhook.send(after(FAILED))).body)).toBe('Hangup');
  });

  it('does not ring the phone again that was the agent itself', async () => {
    const dialRoute = routeTo(
      { kind: 'dial', phoneNumber: RECOVERY_PHONE },
      { recoveryPhone: RECOVERY_PHONE },
    );
    const { body } = await webhookUnderTest(dialRoute).send(
      after({ ...INBOUND, CallStatus: 'in-progress', DialCallStatus: 'no-answer' }),
    );
    expect(outline(body)).toBe(VOICEMAIL);
  });
});

describe('the loop guard', () => {
  it.each([
    ['the called number itself', { recoveryPhone: CALLED }, {}],
    ['the caller', { recoveryPhone: CALLER }, {}],
    ['the line that forwarded the call', {}, { ForwardedFrom: RECOVERY_PHONE }],
    ['that line, written in another way', {}, { ForwardedFrom: '1 (510) 555-0199' }],
    ['a phone that called and shows up without its country code', {}, { From: '5105550199' }],
    ['any phone when our own recovery call comes back', {}, { From: CALLED }],
  ])('never rings %s', async (_what, routeChanges, callChanges) => {
    const webhook = webhookUnderTest({ ...route, ...routeChanges });
    const { body } = await webhook.send(after({ ...FAILED, ...callChanges }));
    expect(outline(body)).toBe(VOICEMAIL);
  });

  it('takes names and hidden callers for what they are', async () => {
    for (const From of ['anonymous', 'client:5105550199', 'sip:5105550199@example.com', '']) {
      const { body } = await webhookUnderTest(route).send(after({ ...FAILED, From }));
      expect(find(body, 'Number').text).toBe(RECOVERY_PHONE);
    }
  });

  it('does not mind a recovery phone that is not E.164, it just cannot ring it', async () => {
    const { body } = await webhookUnderTest({ ...route, recoveryPhone: '555-0199' }).send(after(FAILED));
    expect(outline(body)).toBe(VOICEMAIL);
  });
});

describe('an agent that ended', () => {
  it.each([
    ['its session completed', { SessionStatus: 'completed' }],
    ['it ended the session', { SessionStatus: 'ended', HandoffData: '{"reason":"done"}' }],
    ['its stream closed', { StreamSid: 'MZ1' }],
    ['its phone call was answered and is over', { DialCallStatus: 'completed', DialCallDuration: '61' }],
  ])('ends the call without a lookup: %s', async (_why, changes) => {
    const webhook = webhookUnderTest(route);
    const { body } = await webhook.send(after({ ...INBOUND, CallStatus: 'in-progress', ...changes }));
    expect(outline(body)).toBe('Hangup');
    expect(webhook.lookups).toEqual([]);
    expect(webhook.events[0]).toMatchObject({ type: 'agent-ended', outcome: 'ended' });
  });

  it('may be told that a closed stream is a dead agent', async () => {
    const webhook = webhookUnderTest(route, { recovery: { streamClosed: 'recover' } });
    const { body } = await webhook.send(after({ ...INBOUND, CallStatus: 'in-progress', StreamSid: 'MZ1' }));
    expect(outline(body)).toBe('Dial(Number)');
  });
});

describe('an agent that hands over', () => {
  const handingOver = (data: string, changes: Params = {}): Request =>
    after({ ...INBOUND, CallStatus: 'in-progress', SessionStatus: 'ended', HandoffData: data, ...changes });

  it('has its caller connected to the phone it names', async () => {
    const webhook = webhookUnderTest(route);
    const { body } = await webhook.send(handingOver('{"transfer":"+15105550123","reason":"sales"}'));
    expect(find(body, 'Number').text).toBe('+15105550123');
    expect(find(body, 'Dial').attributes.action).toBe('https://app.example.com/twilio/voice/recovery');
    expect(webhook.events[0]).toMatchObject({ type: 'agent-ended', outcome: 'transferred' });
  });

  it('cannot send the caller in a circle', async () => {
    for (const phone of [CALLED, CALLER, RECOVERY_PHONE]) {
      const request = handingOver(JSON.stringify({ transfer: phone }), { ForwardedFrom: RECOVERY_PHONE });
      expect(outline((await webhookUnderTest(route).send(request)).body)).toBe(VOICEMAIL);
    }
  });

  it.each(['{', '[]', 'null', '"+15105550123"', '{"transfer":5105550123}', '{"transfer":"sales"}'])(
    'ends the call when its data %j name no phone',
    async (data) => {
      expect(outline((await webhookUnderTest(route).send(handingOver(data))).body)).toBe('Hangup');
    },
  );
});

describe('a phone that recovery rang', () => {
  const rang = (changes: Params): Request =>
    signedPost({ ...INBOUND, CallStatus: 'in-progress', ...changes }, { path: '/recovery' });

  it.each(['busy', 'no-answer', 'failed', 'canceled'])(
    'leads to voicemail when %s',
    async (DialCallStatus) => {
      expect(outline((await webhookUnderTest(route).send(rang({ DialCallStatus }))).body)).toBe(VOICEMAIL);
    },
  );

  it.each([{ DialCallStatus: 'completed' }, { DialCallStatus: 'busy', CallStatus: 'completed' }])(
    'ends the call after %j',
    async (changes) => {
      const webhook = webhookUnderTest(route);
      expect(outline((await webhook.send(rang(changes))).body)).toBe('Hangup');
      expect(webhook.lookups).toEqual([]);
    },
  );
});

describe('the recovery options', () => {
  const failedWith = async (recovery: RecoveryOptions, changes: Params = {}, on = route): Promise<string> =>
    (await webhookUnderTest(on, { recovery }).send(after({ ...FAILED, ...changes }))).body;

  it('set how long the phone rings', async () => {
    expect(find(await failedWith({ dialTimeoutSeconds: 12 }), 'Dial').attributes.timeout).toBe('12');
  });

  it('let the phone show the caller, when the caller has a number', async () => {
    const options = { callerId: 'caller' } as const;
    expect(find(await failedWith(options), 'Dial').attributes.callerId).toBe(CALLER);
    const hidden = await failedWith(options, { From: 'anonymous' });
    expect(find(hidden, 'Dial').attributes.callerId).toBe(CALLED);
  });

  it('set prompt, language, voice and length of the voicemail', async () => {
    const voicemail = { prompt: 'Hola & adiós', language: 'es-US', voice: 'Polly.Lupe', maxSeconds: 30 };
    const body = await failedWith({ voicemail }, {}, routeTo(RELAY));
    expect(find(body, 'Say')).toMatchObject({
      text: 'Hola & adiós',
      attributes: { language: 'es-US', voice: 'Polly.Lupe' },
    });
    expect(find(body, 'Record').attributes.maxLength).toBe('30');
  });

  it('end the call when there shall be no voicemail', async () => {
    expect(outline(await failedWith({ voicemail: false }, {}, routeTo(RELAY)))).toBe('Hangup');
  });
});
