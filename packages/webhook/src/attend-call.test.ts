import type { Attendance, AttendedCall, VoiceRoute } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { eventually } from '../test/manual-clock.ts';
import { find, outline } from '../test/parse-twiml.ts';
import { CALLED, CALLER, INBOUND, signedPost } from '../test/twilio-request.ts';
import { RELAY, routeTo, webhookUnderTest } from '../test/webhook-under-test.ts';
import type { VoiceWebhookOptions } from './index.ts';

const FORWARDED = { ...INBOUND, ForwardedFrom: '+15105550177' };

/** A webhook whose source attends to calls like this, and the calls that it was shown. */
function attending(
  attend: (call: AttendedCall) => Promise<Attendance> | Attendance,
  {
    route = { attended: true },
    ...options
  }: Partial<VoiceWebhookOptions> & { route?: Partial<VoiceRoute> } = {},
) {
  const shown: AttendedCall[] = [];
  const store: { fails: boolean } = { fails: false };
  const webhook = webhookUnderTest(undefined, {
    routes: {
      async lookup() {
        if (store.fails) throw new Error('the database is away');
        return routeTo(RELAY, route);
      },
      async attend(call) {
        shown.push(call);
        return attend(call);
      },
    },
    ...options,
  });
  return { webhook, shown, store };
}

describe('a call to a number that is attended', () => {
  it('is shown to the source of its route, with who calls whom and who forwarded it', async () => {
    const { webhook, shown } = attending(() => ({ kind: 'agent' }));
    await webhook.send(signedPost(FORWARDED));
    await webhook.send(signedPost(INBOUND));
    const call = { callSid: INBOUND.CallSid, from: CALLER, to: CALLED };
    expect(shown).toEqual([
      { ...call, forwardedFrom: '+15105550177' },
      { ...call, forwardedFrom: null },
    ]);
  });

  it('is refused without being answered, so that it costs nothing', async () => {
    const { webhook } = attending(() => ({ kind: 'reject' }));
    expect(outline((await webhook.send(signedPost(INBOUND))).body)).toBe('Reject');
    expect(webhook.events).toMatchObject([
      { type: 'attended', attendance: 'reject', callSid: INBOUND.CallSid },
      { type: 'answered', source: 'store', agentKind: null, tenantId: 'bean-scene' },
    ]);
  });

  it('is told something at once, in its language, and held for two seconds more', async () => {
    const text = 'Your calls are now being forwarded to this number.';
    const { webhook } = attending(() => ({ kind: 'say', text, language: 'en-US' }));
    const { body } = await webhook.send(signedPost(INBOUND));
    expect(outline(body)).toBe('Say Pause Hangup');
    expect(find(body, 'Say')).toMatchObject({ text, attributes: { language: 'en-US' } });
    expect(find(body, 'Pause').attributes).toEqual({ length: '2' });
  });

  it('is answered and held in silence for whole seconds, then ended', async () => {
    const { webhook } = attending(() => ({ kind: 'hold', seconds: 4.2 }));
    const { body } = await webhook.send(signedPost(INBOUND));
    // A leading pause would leave it ringing.
    expect(outline(body)).toBe('Play Pause Hangup');
    expect(find(body, 'Play').attributes).toEqual({ digits: 'w' });
    expect(find(body, 'Pause').attributes).toEqual({ length: '5' });
  });

  it('is seen by no hook of the host when it is not for the agent', async () => {
    const asked: string[] = [];
    const hooks = {
      screenCall() {
        asked.push('screen');
        return 'busy' as const;
      },
      resolveAgent: () => void asked.push('resolve'),
    };
    const { webhook } = attending(() => ({ kind: 'hold', seconds: 5 }), hooks);
    expect(outline((await webhook.send(signedPost(INBOUND))).body)).toBe('Play Pause Hangup');
    expect(asked).toEqual([]);
  });

  it('is an ordinary call when the source says so, hooks included', async () => {
    const { webhook } = attending(() => ({ kind: 'agent' }), { screenCall: () => 'busy' });
    expect(find((await webhook.send(signedPost(INBOUND))).body, 'Reject').attributes.reason).toBe('busy');
    expect(webhook.events.map(({ type }) => type)).toEqual(['screened', 'answered']);
  });

  it('gets the agent through the fallback URL too, when it is for the agent', async () => {
    const failed = { ErrorCode: '11200', ErrorUrl: 'https://app.example.com/twilio/voice' };
    const { webhook, shown } = attending(() => ({ kind: 'reject' }));
    const request = signedPost({ ...INBOUND, ...failed }, { path: '/fallback' });
    expect(outline((await webhook.send(request)).body)).toBe('Reject');
    expect(shown).toHaveLength(1);
  });

  it.each<[string, (call: AttendedCall) => Promise<Attendance> | Attendance]>([
    ['throws', () => Promise.reject(new Error('no idea about +15105550177'))],
    ['says what cannot be written', () => ({ kind: 'say', text: 'x'.repeat(70_000), language: 'en-US' })],
  ])('gets the agent when the source %s, and the observer is told', async (_, attend) => {
    const { webhook } = attending(attend);
    const { body } = await webhook.send(signedPost(INBOUND));
    expect(find(body, 'ConversationRelay').attributes.url).toBe(RELAY.url);
    expect(webhook.events[0]).toMatchObject({ type: 'hook-failed', hook: 'attend' });
    expect(JSON.stringify(webhook.events)).not.toContain('5550177');
  });

  it('gets the agent when the source is late', async () => {
    const { webhook, shown } = attending(() => new Promise(() => undefined), { lookupDeadlineMs: 300 });
    const answer = webhook.send(signedPost(INBOUND));
    await eventually(() => shown.length === 1);
    webhook.clock.advance(300);
    expect(find((await answer).body, 'ConversationRelay').attributes.url).toBe(RELAY.url);
    expect(webhook.events[0]).toMatchObject({ type: 'hook-failed', hook: 'attend' });
  });

  it('gets the agent when it says something that this version does not know', async () => {
    const { webhook } = attending(() => JSON.parse('{"kind":"sing"}'));
    expect(outline((await webhook.send(signedPost(INBOUND))).body)).toContain('ConversationRelay');
  });

  it('gets the agent when its source attends to no calls', async () => {
    const webhook = webhookUnderTest(routeTo(RELAY, { attended: true }));
    expect(outline((await webhook.send(signedPost(INBOUND))).body)).toContain('ConversationRelay');
    expect(webhook.events.map(({ type }) => type)).toEqual(['answered']);
  });

  it('is shown once when Twilio asks again, and answered the same', async () => {
    const answers: Attendance[] = [{ kind: 'reject' }, { kind: 'agent' }];
    const { webhook, shown } = attending(() => answers.shift() ?? { kind: 'agent' });
    const ask = () => signedPost(INBOUND, { headers: { 'i-twilio-idempotency-token': 'one' } });
    const first = await webhook.send(ask());
    expect((await webhook.send(ask())).body).toBe(first.body);
    expect(outline(first.body)).toBe('Reject');
    expect(shown).toHaveLength(1);
  });
});

describe('nobody is asked about a call', () => {
  it.each([{}, { attended: false }])('whose route is %o', async (route) => {
    const { webhook, shown } = attending(() => ({ kind: 'reject' }), { route });
    expect(outline((await webhook.send(signedPost(INBOUND))).body)).toContain('ConversationRelay');
    expect(shown).toEqual([]);
  });

  it('whose route is only remembered', async () => {
    const { webhook, shown, store } = attending(() => ({ kind: 'reject' }));
    expect(outline((await webhook.send(signedPost(INBOUND))).body)).toBe('Reject');
    store.fails = true;
    expect(outline((await webhook.send(signedPost(INBOUND))).body)).toContain('ConversationRelay');
    expect(shown).toHaveLength(1);
    expect(webhook.events.at(-1)).toMatchObject({ type: 'answered', source: 'last-known' });
  });
});
