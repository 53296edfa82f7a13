import { describe, expect, it } from 'vitest';
import { createSdkTransport, type TwilioSdkClient } from './sdk-transport.ts';
import type { TwilioRequest } from './transport.ts';

const get: TwilioRequest = {
  method: 'get',
  product: 'api',
  path: '/x.json',
  query: { A: '+1' },
  repeatable: true,
};

function transport(request: TwilioSdkClient['request']) {
  return createSdkTransport({ request }, {}, 20);
}

describe('createSdkTransport', () => {
  it('asks through the client, with the method in lower case as the SDK wants it', async () => {
    const asked: unknown[] = [];
    await transport(async (options) => {
      asked.push(options);
      return { statusCode: 200, body: {} };
    })({ ...get, method: 'post', form: { TrunkSid: '' } });
    expect(asked).toEqual([
      {
        method: 'post',
        uri: 'https://api.twilio.com/x.json',
        params: { A: '+1' },
        data: { TrunkSid: '' },
        timeout: 20,
      },
    ]);
  });

  it.each([
    ['parsed', { a: 1 }, { a: 1 }],
    ['as text', '{"a":1}', { a: 1 }],
    ['as HTML', '<html>', undefined],
    ['empty', '', undefined],
  ])('takes a body %s', async (_, body, expected) => {
    const answer = await transport(async () => ({ statusCode: 502, body }))(get);
    expect(answer).toEqual({ status: 502, body: expected, requestId: null, retryAfter: null });
  });

  it('finds headers in any case', async () => {
    const headers = { 'Twilio-Request-Id': 'RQ9', 'retry-after': '3' };
    const answer = await transport(async () => ({ statusCode: 200, body: {}, headers }))(get);
    expect(answer).toMatchObject({ requestId: 'RQ9', retryAfter: '3' });
  });

  it.each([
    ['timeout', Object.assign(new Error('x'), { code: 'ECONNABORTED' })],
    ['network', Object.assign(new Error('x'), { code: 'ECONNRESET' })],
    ['network', new TypeError('x')],
  ])('calls it a %s', async (kind, error) => {
    await expect(transport(() => Promise.reject(error))(get)).rejects.toMatchObject({ kind });
  });

  it('ends in time though the client does not', async () => {
    await expect(transport(() => new Promise(() => undefined))(get)).rejects.toMatchObject({
      kind: 'timeout',
    });
  });

  it('takes what the client throws at once for a failure like any other', async () => {
    const broken = transport(() => {
      throw new Error('username is required');
    });
    await expect(broken(get)).rejects.toMatchObject({ name: 'TransportFailure', kind: 'network' });
  });
});
