import { expect, it } from 'vitest';
import { readCall } from './read-call.ts';

const SID = `CA${'1'.repeat(32)}`;

function answering(status: number, body: unknown) {
  const send = async () => ({ status, body, requestId: null, retryAfter: null });
  return { accountSid: 'AC1', send };
}

it('a call is read as it stands', async () => {
  const body = { sid: SID, status: 'ringing', from: '+14155550100', to: '+15105550142' };
  expect(await readCall(answering(200, body), SID)).toMatchObject({ sid: SID, status: 'ringing' });
});

it('a call that Twilio does not have is undefined, and only then', async () => {
  expect(await readCall(answering(404, { code: 20404 }), SID)).toBeUndefined();
  await expect(readCall(answering(404, undefined), SID)).rejects.toMatchObject({ code: 'carrier-rejected' });
  await expect(readCall(answering(503, undefined), SID)).rejects.toMatchObject({
    code: 'carrier-unavailable',
  });
  await expect(readCall(answering(200, {}), SID)).rejects.toMatchObject({ code: 'carrier-unavailable' });
});
