import type { CallAnswer, CallOrder } from '../carrier.ts';
import { readCallRecord } from './call-record.ts';
import { describeAnswer, errorCode } from './translate.ts';
import { TransportFailure, type TwilioResponse } from './transport.ts';
import { accountPath, isSuccess, type TwilioClient } from './twilio-client.ts';

/** Places a call with one POST, which is repeated only when Twilio says that it did not process it. */
export async function placeCall(client: TwilioClient, order: CallOrder): Promise<CallAnswer> {
  try {
    const response = await client.send({
      method: 'post',
      product: 'api',
      path: accountPath(client, 'Calls.json'),
      form: {
        From: order.from,
        To: order.to,
        Twiml: order.twiml,
        TimeLimit: String(order.timeLimitSeconds),
        Timeout: String(order.timeoutSeconds),
        ...(order.detectMachine && { MachineDetection: 'Enable' }),
        ...(order.statusCallback !== undefined && {
          StatusCallback: order.statusCallback,
          StatusCallbackEvent: 'completed',
          StatusCallbackMethod: 'POST',
        }),
      },
      repeatable: false,
    });
    return readCallAnswer(response);
  } catch (error) {
    if (error instanceof TransportFailure) return { outcome: 'unknown', detail: error.message };
    throw error;
  }
}

/** What Twilio's answer says has become of the call. */
export function readCallAnswer(response: TwilioResponse): CallAnswer {
  const detail = describeAnswer(response);
  if (isSuccess(response)) {
    const call = readCallRecord(response.body);
    return call ? { outcome: 'placed', call } : { outcome: 'unknown', detail };
  }
  const code = errorCode(response);
  const clear = code !== undefined && response.status >= 400 && response.status < 500;
  if (!clear || response.status === 408) return { outcome: 'unknown', detail };
  return { outcome: 'refused', carrierCode: String(code), detail };
}
