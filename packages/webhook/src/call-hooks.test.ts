import type { AgentConfig } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { eventually } from '../test/manual-clock.ts';
import { find, outline } from '../test/parse-twiml.ts';
import { CALLED, CALLER, INBOUND, signedPost, TOKEN } from '../test/twilio-request.ts';
import { RELAY, routeTo, webhookUnderTest } from '../test/webhook-under-test.ts';
import type { IncomingCall, VoiceWebhookOptions } from './index.ts';

const FORWARDED = { ...INBOUND, ForwardedFrom: '+15105550177', StirVerstat: 'TN-Validation-Passed-A' };
const CLOSED: AgentConfig = { kind: 'say', text: 'We are closed.' };
const hooked = (options: Partial<VoiceWebhookOptions>) => webhookUnderTest(routeTo(RELAY), options);

describe('resolveAgent', () => {
  it('chooses the agent of a call, knowing tenant, number, caller, attestation and forwarding', async () => {
    const seen: [string, IncomingCall][] = [];
    const webhook = hooked({
      resolveAgent(route, call) {
        seen.push([route.tenantId, call]);
        return CLOSED;
      },
    });
    expect(outline((await webhook.send(signedPost(FORWARDED))).body)).toBe('Say Hangup');
    expect(seen).toEqual([
      [
        'bean-scene',
        {
          callSid: INBOUND.CallSid,
          accountSid: INBOUND.AccountSid,
          from: CALLER,
          to: CALLED,
          forwarded: true,
          forwardedFrom: '+15105550177',
          stirVerstat: 'TN-Validation-Passed-A',
        },
      ],
    ]);
  });

  it.each<[string, NonNullable<VoiceWebhookOptions['resolveAgent']>]>([
    ['answers undefined', () => undefined],
    [
      'throws',
      () => {
        throw new Error('no idea');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no idea'))],
    ['names an agent that cannot be connected', () => ({ ...RELAY, url: 'not an address' })],
  ])('leaves the call to the agent of the route when it %s', async (_, resolveAgent) => {
    const { body } = await hooked({ resolveAgent }).send(signedPost(INBOUND));
    expect(find(body, 'ConversationRelay').attributes.url).toBe(RELAY.url);
  });

  it('is waited for no longer than its own deadline', async () => {
    let asked = false;
    const webhook = hooked({
      resolveAgentDeadlineMs: 50,
      resolveAgent() {
        asked = true;
        return new Promise(() => undefined);
      },
    });
    const answer = webhook.send(signedPost(INBOUND));
    await eventually(() => asked);
    webhook.clock.advance(50);
    expect(find((await answer).body, 'ConversationRelay').attributes.url).toBe(RELAY.url);
    expect(webhook.events[0]).toMatchObject({ type: 'hook-failed', hook: 'resolveAgent' });
  });
});

describe('screenCall', () => {
  it.each([
    ['reject', 'rejected'],
    ['busy', 'busy'],
  ] as const)('turns a caller away with %s, unbilled', async (verdict, reason) => {
    const webhook = hooked({ screenCall: () => verdict });
    const { body } = await webhook.send(signedPost(INBOUND));
    expect(find(body, 'Reject').attributes.reason).toBe(reason);
    expect(webhook.events[0]).toEqual({ type: 'screened', verdict, callSid: INBOUND.CallSid });
  });

  it('lets callers in when it throws', async () => {
    const webhook = hooked({ screenCall: () => Promise.reject(new Error('list unreachable')) });
    expect(outline((await webhook.send(signedPost(INBOUND))).body)).toContain('Connect');
  });
});

describe('what an agent learns', () => {
  const parametersOf = (body: string) =>
    Object.fromEntries(
      find(body, 'ConversationRelay').children.map(({ attributes }) => [attributes.name, attributes.value]),
    );

  it('is tenant, number, called number, caller, attestation and forwarding', async () => {
    const { body } = await hooked({}).send(signedPost(FORWARDED));
    expect(parametersOf(body)).toEqual({
      tenantId: 'bean-scene',
      numberId: 'num_1',
      calledNumber: CALLED,
      caller: CALLER,
      forwarded: 'true',
      stirVerstat: 'TN-Validation-Passed-A',
    });
  });

  it('takes a call for a direct one when the carrier names the called number as the forwarding one', async () => {
    const { body } = await hooked({}).send(signedPost({ ...INBOUND, ForwardedFrom: CALLED.slice(1) }));
    expect(parametersOf(body)).toMatchObject({ forwarded: 'false' });
  });

  it('cannot be replaced by parameters of the agent', async () => {
    const agent = { ...RELAY, parameters: { caller: 'somebody else', mood: 'good' } };
    const { body } = await webhookUnderTest(routeTo(agent)).send(signedPost(INBOUND));
    expect(parametersOf(body)).toMatchObject({ caller: CALLER, mood: 'good' });
  });
});

describe('a number that changes hands', () => {
  it('never rings at its former tenant while the store answers', async () => {
    const webhook = hooked({});
    const tenants: (string | undefined)[] = [];
    for (const tenantId of ['first', 'second', undefined, 'third']) {
      webhook.routes.clear();
      if (tenantId !== undefined) webhook.routes.set(CALLED, routeTo(RELAY, { tenantId }));
      const { body } = await webhook.send(signedPost(INBOUND));
      tenants.push(body.match(/name="tenantId" value="(\w+)"/)?.[1]);
    }
    expect(tenants).toEqual(['first', 'second', undefined, 'third']);
  });
});

describe('while one Auth Token replaces another', () => {
  it('accepts both, and no third', async () => {
    const webhook = hooked({ authTokens: ['the next token', TOKEN] });
    const statusOf = async (token: string) => (await webhook.send(signedPost(INBOUND, { token }))).status;
    expect([await statusOf(TOKEN), await statusOf('the next token'), await statusOf('a third')]).toEqual([
      200, 200, 403,
    ]);
  });
});
