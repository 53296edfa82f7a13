import { describe, expect, it } from 'vitest';
import { lookUpLine, readLine } from './look-up-line.ts';
import type { TwilioRequest } from './transport.ts';

const body = (type: unknown, carrier: unknown = 'Verizon Wireless') => ({
  phone_number: '+15105550142',
  valid: true,
  line_type_intelligence: { type, carrier_name: carrier, error_code: null },
});

/** A client that answers this, and what it was sent. */
function answering(status: number, answer: unknown) {
  const sent: TwilioRequest[] = [];
  const client = {
    accountSid: 'AC1',
    async send(request: TwilioRequest) {
      sent.push(request);
      return { status, body: answer, requestId: null, retryAfter: null };
    },
  };
  return { client, sent };
}

describe('what a look-up says of a line', () => {
  it.each([
    ['mobile', 'mobile'],
    ['landline', 'landline'],
    ['fixedVoip', 'voip'],
    ['nonFixedVoip', 'voip'],
    ['tollFree', 'toll-free'],
    ['premium', null],
    ['pager', null],
    ['unknown', null],
    ['constructor', null],
    [null, null],
  ])('%s is %s', (type, kind) => {
    expect(readLine(body(type))).toEqual({ carrierName: 'Verizon Wireless', kind });
  });

  it('is nothing when Twilio may not tell, as for Canadian lines', () => {
    const refused = {
      valid: true,
      line_type_intelligence: { type: null, carrier_name: null, error_code: 60601 },
    };
    for (const answer of [refused, { line_type_intelligence: null }, {}, undefined, 'x', []]) {
      expect(readLine(answer)).toEqual({ carrierName: null, kind: null });
    }
  });
});

describe('lookUpLine', () => {
  it('asks Twilio’s Lookup for this one line, once, because each answer is charged', async () => {
    const { client, sent } = answering(200, body('mobile'));
    expect(await lookUpLine(client, '+15105550142')).toEqual({
      carrierName: 'Verizon Wireless',
      kind: 'mobile',
    });
    expect(sent).toEqual([
      {
        method: 'get',
        product: 'lookups',
        path: '/v2/PhoneNumbers/%2B15105550142',
        query: { Fields: 'line_type_intelligence' },
        repeatable: false,
      },
    ]);
  });

  it('knows nothing of a line that Twilio does not know', async () => {
    const { client } = answering(404, { code: 20404 });
    expect(await lookUpLine(client, '+15105550142')).toEqual({ carrierName: null, kind: null });
  });

  it('throws any other refusal', async () => {
    await expect(lookUpLine(answering(429, { code: 20429 }).client, '+1')).rejects.toMatchObject({
      code: 'carrier-busy',
    });
    await expect(lookUpLine(answering(404, undefined).client, '+1')).rejects.toMatchObject({
      code: 'carrier-rejected',
    });
  });
});
