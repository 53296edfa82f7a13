import { expect, it } from 'vitest';
import { placeCall } from './place-call.ts';
import type { TwilioRequest } from './transport.ts';

const order = {
  from: '+14155550100',
  to: '+15105550142',
  twiml: '<Response/>',
  timeLimitSeconds: 60,
  timeoutSeconds: 30,
};

/** The form that an order becomes. */
async function formOf(more: { readonly detectMachine?: boolean; readonly statusCallback?: string }) {
  const sent: TwilioRequest[] = [];
  const send = async (request: TwilioRequest) => {
    sent.push(request);
    return { status: 500, body: undefined, requestId: null, retryAfter: null };
  };
  await placeCall({ accountSid: 'AC1', send }, { ...order, ...more });
  return sent[0]?.form;
}

const plain = {
  From: order.from,
  To: order.to,
  Twiml: order.twiml,
  TimeLimit: '60',
  Timeout: '30',
};

it('nothing that costs extra is asked for by itself', async () => {
  expect(await formOf({})).toEqual(plain);
  expect(await formOf({ detectMachine: false })).toEqual(plain);
});

it('machine detection, and a report of the end, are asked for when wanted', async () => {
  const statusCallback = 'https://app.example.com/twilio/voice/status';
  expect(await formOf({ detectMachine: true, statusCallback })).toEqual({
    ...plain,
    MachineDetection: 'Enable',
    StatusCallback: statusCallback,
    StatusCallbackEvent: 'completed',
    StatusCallbackMethod: 'POST',
  });
});
