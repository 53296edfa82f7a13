import type { CallStatus } from '../carrier.ts';
import { readCallRecord } from './call-record.ts';
import { callPath, readCall } from './read-call.ts';
import { errorCode, errorOf, errorOfFailure, isNotFound } from './translate.ts';
import type { TwilioResponse } from './transport.ts';
import { isSuccess, type TwilioClient } from './twilio-client.ts';

/** "Not in the state for this": the call is over, or waits, or was answered meanwhile. */
const WRONG_STATE = 21220;

/**
 * The ways to end a call, in turn, and in which states each may leave it. `canceled` does nothing to an answered call,
 * so one that is answered between the two goes on; the last takes it.
 * Source: https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource
 */
const WAYS: readonly { readonly status: 'completed' | 'canceled'; readonly leaves: readonly CallStatus[] }[] =
  [
    { status: 'completed', leaves: ['queued', 'ringing'] },
    { status: 'canceled', leaves: ['in-progress'] },
    { status: 'completed', leaves: [] },
  ];

/** Ends a call, whether it waits, rings or is answered. One that is over, or unknown, is left as it is. */
export async function hangUpCall(client: TwilioClient, callSid: string): Promise<void> {
  let refusal: unknown;
  for (const { status, leaves } of WAYS) {
    const response = await update(client, callSid, status);
    if (isNotFound(response)) return;
    if (isSuccess(response)) {
      const left = readCallRecord(response.body)?.status;
      if (!leaves.some((state) => state === left)) return;
    } else {
      refusal = errorOf(response);
      if (errorCode(response) !== WRONG_STATE) throw refusal;
      if (await isOver(client, callSid)) return;
    }
  }
  throw refusal;
}

function update(client: TwilioClient, callSid: string, status: string): Promise<TwilioResponse> {
  const path = callPath(client, callSid);
  return client
    .send({ method: 'post', product: 'api', path, form: { Status: status }, repeatable: true })
    .catch((error: unknown) => {
      throw errorOfFailure(error);
    });
}

async function isOver(client: TwilioClient, callSid: string): Promise<boolean> {
  const call = await readCall(client, callSid);
  return call === undefined || !['queued', 'ringing', 'in-progress'].includes(call.status);
}
