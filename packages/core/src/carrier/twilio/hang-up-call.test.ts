import { describe, expect, it } from 'vitest';
import { hangUpCall } from './hang-up-call.ts';
import type { TwilioRequest, TwilioResponse } from './transport.ts';

const SID = `CA${'1'.repeat(32)}`;
const WRONG_STATE = { status: 400, body: { code: 21220, message: 'Invalid call state' } };
const call = (status: string) => ({ status: 200, body: { sid: SID, status } });

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** A client that answers in turn, and what it was sent: the new status, or `?` for a look. */
function answering(...answers: readonly Answer[]) {
  const sent: string[] = [];
  const client = {
    accountSid: 'AC1',
    async send({ form }: TwilioRequest): Promise<TwilioResponse> {
      const answer = answers[sent.length];
      sent.push(form?.Status ?? '?');
      if (!answer) throw new Error('asked too often');
      return { body: undefined, requestId: null, retryAfter: null, ...answer };
    },
  };
  return { client, sent };
}

describe('hangUpCall', () => {
  it.each<[string, readonly Answer[], readonly string[]]>([
    ['an answered call with one request', [call('completed')], ['completed']],
    ['an answered call that Twilio still shows as going on', [call('in-progress')], ['completed']],
    [
      'a ringing call that `completed` leaves ringing',
      [call('ringing'), call('canceled')],
      ['completed', 'canceled'],
    ],
    [
      'a queued call that must not be completed',
      [WRONG_STATE, call('queued'), call('canceled')],
      ['completed', '?', 'canceled'],
    ],
    [
      'a ringing call that is answered in between',
      [call('ringing'), call('in-progress'), call('completed')],
      ['completed', 'canceled', 'completed'],
    ],
    ['nothing when the call is over', [WRONG_STATE, call('busy')], ['completed', '?']],
    ['nothing when there is no such call', [{ status: 404, body: { code: 20404 } }], ['completed']],
    [
      'nothing when it is gone meanwhile',
      [WRONG_STATE, { status: 404, body: { code: 20404 } }],
      ['completed', '?'],
    ],
  ])('ends %s', async (_, answers, requests) => {
    const { client, sent } = answering(...answers);
    await hangUpCall(client, SID);
    expect(sent).toEqual(requests);
  });

  it('throws what Twilio has against it', async () => {
    const { client } = answering({ status: 401, body: { code: 20003 } });
    await expect(hangUpCall(client, SID)).rejects.toMatchObject({ code: 'carrier-credentials' });
  });

  it('throws when the call goes on in spite of all', async () => {
    const going = [WRONG_STATE, call('in-progress')];
    const { client, sent } = answering(...going, ...going, ...going);
    await expect(hangUpCall(client, SID)).rejects.toMatchObject({ code: 'carrier-rejected' });
    expect(sent).toHaveLength(6);
  });
});
