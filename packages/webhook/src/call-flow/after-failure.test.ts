import { describe, expect, it } from 'vitest';
import { find, outline } from '../../test/parse-twiml.ts';
import { INBOUND, type Params, PUBLIC_URL, signedPost } from '../../test/twilio-request.ts';
import { RECOVERY_PHONE, RELAY, routeTo, webhookUnderTest } from '../../test/webhook-under-test.ts';

const route = routeTo(RELAY, { recoveryPhone: RECOVERY_PHONE });
const failure = (changes: Params): Request => signedPost({ ...INBOUND, ...changes }, { path: '/fallback' });

describe('the fallback URL', () => {
  it('connects the agent when the voice URL gave no answer, since the agent was never tried', async () => {
    const webhook = webhookUnderTest(route);
    for (const ErrorUrl of [PUBLIC_URL, `${PUBLIC_URL}#rc=2`, `${PUBLIC_URL}?a=1`]) {
      const { body } = await webhook.send(failure({ ErrorCode: '11200', ErrorUrl }));
      expect(outline(body)).toMatch(/^Connect/);
    }
  });

  it.each([
    ['the TwiML was not understood', { ErrorCode: '12100', ErrorUrl: PUBLIC_URL }],
    ['the agent could not be reached', { ErrorCode: '64102', ErrorUrl: PUBLIC_URL }],
    ['a later address gave no answer', { ErrorCode: '11200', ErrorUrl: `${PUBLIC_URL}/action` }],
    ['Twilio does not say why', {}],
  ])('recovers the call when %s', async (_why, changes) => {
    const { body } = await webhookUnderTest(route).send(failure(changes));
    expect(find(body, 'Number').text).toBe(RECOVERY_PHONE);
  });

  it('does not follow a redirect twice', async () => {
    const webhook = webhookUnderTest(routeTo({ kind: 'redirect', url: 'https://host.example/twiml' }));
    const { body } = await webhook.send(failure({ ErrorCode: '11200', ErrorUrl: PUBLIC_URL }));
    expect(outline(body)).toBe('Say Record Hangup');
    expect(webhook.lookups).toHaveLength(1);
  });

  it('plays the fallback when the route store is down too', async () => {
    const webhook = webhookUnderTest(route);
    webhook.storeFault = () => Promise.reject(new Error('down'));
    const { body } = await webhook.send(failure({ ErrorCode: '11205', ErrorUrl: PUBLIC_URL }));
    expect(find(body, 'Say').text).toBe('Fallback speaking.');
  });
});
