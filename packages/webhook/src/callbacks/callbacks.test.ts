import { describe, expect, it } from 'vitest';
import { eventually } from '../../test/manual-clock.ts';
import { outline } from '../../test/parse-twiml.ts';
import { CALLED, CALLER, INBOUND, type Params, signedPost, TOKEN } from '../../test/twilio-request.ts';
import { RELAY, routeTo, untouchableRoutes, webhookUnderTest } from '../../test/webhook-under-test.ts';
import type { CallStatusEvent, RecordingEvent, VoiceWebhookOptions } from '../index.ts';

const COMPLETED: Params = {
  ...INBOUND,
  CallStatus: 'completed',
  CallDuration: '61',
  Duration: '2',
  SequenceNumber: '0',
  Timestamp: 'Sun, 22 Nov 2026 20:35:00 +0000',
  CallbackSource: 'call-progress-events',
  SipResponseCode: '200',
  ForwardedFrom: '+15105550199',
};

const status = (params: Params, token = TOKEN) => signedPost(params, { path: '/status', token });
const recording = (params: Params) => signedPost(params, { path: '/recording' });
const hooked = (options: Partial<VoiceWebhookOptions>) =>
  webhookUnderTest(routeTo(RELAY), { routes: untouchableRoutes, ...options });

describe('a status callback', () => {
  it('reaches the hook as a typed event, and is answered 204 without a lookup', async () => {
    const seen: CallStatusEvent[] = [];
    const webhook = hooked({ onCallStatus: (event) => void seen.push(event) });
    const answer = await webhook.send(status(COMPLETED));
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(seen).toEqual([
      {
        callSid: INBOUND.CallSid,
        accountSid: INBOUND.AccountSid,
        status: 'completed',
        from: CALLER,
        to: CALLED,
        direction: 'inbound',
        forwardedFrom: '+15105550199',
        parentCallSid: null,
        durationSeconds: 61,
        billedMinutes: 2,
        sequenceNumber: 0,
        timestamp: '2026-11-22T20:35:00.000Z',
        sipResponseCode: 200,
      },
    ]);
  });

  it('may leave out or garble everything but call and status', async () => {
    const seen: CallStatusEvent[] = [];
    const webhook = hooked({ onCallStatus: (event) => void seen.push(event) });
    const params = { CallSid: 'CA1', CallStatus: 'busy', CallDuration: 'soon', Timestamp: 'yesterday' };
    expect((await webhook.send(status(params))).status).toBe(204);
    expect(seen[0]).toMatchObject({ from: '', durationSeconds: null, timestamp: null, sequenceNumber: null });
  });

  it('that names no call is refused, naming what is missing', async () => {
    const { status: code, body } = await hooked({}).send(status({ CallStatus: 'completed' }));
    expect(code).toBe(400);
    expect(body).toContain('CallSid');
  });

  it('that Twilio did not sign never reaches the hook', async () => {
    const seen: CallStatusEvent[] = [];
    const webhook = hooked({ onCallStatus: (event) => void seen.push(event) });
    expect((await webhook.send(status(COMPLETED, 'another token'))).status).toBe(403);
    expect(seen).toEqual([]);
  });

  it('is answered 204 when the hook throws, and the observer hears why, without phone numbers', async () => {
    for (const onCallStatus of [
      () => {
        throw new Error(`cannot store the call of ${CALLER}`);
      },
      () => Promise.reject(new Error(`cannot store the call of ${CALLER}`)),
    ]) {
      const webhook = hooked({ onCallStatus });
      expect((await webhook.send(status(COMPLETED))).status).toBe(204);
      expect(webhook.events).toEqual([
        {
          type: 'hook-failed',
          hook: 'onCallStatus',
          error: 'Error: cannot store the call of [number]',
        },
      ]);
    }
  });

  it('is answered 204 when the hook does not come to an end', async () => {
    let started = false;
    const endless = () => {
      started = true;
      return new Promise<void>(() => undefined);
    };
    const webhook = hooked({ onCallStatus: endless, hookDeadlineMs: 50 });
    const answer = webhook.send(status(COMPLETED));
    await eventually(() => started);
    webhook.clock.advance(50);
    expect((await answer).status).toBe(204);
    expect(webhook.events[0]).toMatchObject({ type: 'hook-failed', error: 'late: took more than 50 ms' });
  });

  it('reaches the hook once when Twilio retries it', async () => {
    let calls = 0;
    const webhook = hooked({
      onCallStatus: () => {
        calls += 1;
      },
    });
    const headers = { 'i-twilio-idempotency-token': 'one' };
    await webhook.send(signedPost(COMPLETED, { path: '/status', headers }));
    await webhook.send(signedPost(COMPLETED, { path: '/status', headers }));
    expect(calls).toBe(1);
  });

  it('is fine without a hook', async () => {
    expect((await hooked({}).send(status(COMPLETED))).status).toBe(204);
  });
});

describe('a finished voicemail', () => {
  const LEFT: Params = {
    ...INBOUND,
    RecordingUrl: 'https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1',
    RecordingSid: 'RE1',
    RecordingDuration: '17',
  };

  it('reaches the hook, and the call ends', async () => {
    const seen: RecordingEvent[] = [];
    const webhook = hooked({ onRecording: (event) => void seen.push(event) });
    expect(outline((await webhook.send(recording(LEFT))).body)).toBe('Hangup');
    expect(seen).toEqual([
      {
        callSid: INBOUND.CallSid,
        accountSid: INBOUND.AccountSid,
        recordingSid: 'RE1',
        recordingUrl: LEFT.RecordingUrl,
        durationSeconds: 17,
        from: CALLER,
        to: CALLED,
      },
    ]);
  });

  it('without a recording is no event', async () => {
    const seen: RecordingEvent[] = [];
    const webhook = hooked({ onRecording: (event) => void seen.push(event) });
    expect(outline((await webhook.send(recording(INBOUND))).body)).toBe('Hangup');
    expect(seen).toEqual([]);
  });

  it('ends the call politely when the hook fails', async () => {
    const webhook = hooked({ onRecording: () => Promise.reject(new Error('disk full')) });
    expect(outline((await webhook.send(recording(LEFT))).body)).toBe('Hangup');
    expect(webhook.events[0]).toMatchObject({ type: 'hook-failed', hook: 'onRecording' });
  });
});
