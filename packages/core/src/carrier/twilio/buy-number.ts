import type { BuyAnswer, NumberOrder } from '../carrier.ts';
import { readOwnedNumber, settingsForm } from './owned-number.ts';
import { describeAnswer, refusalOf } from './translate.ts';
import { TransportFailure, type TwilioResponse } from './transport.ts';
import { accountPath, isSuccess, type TwilioClient } from './twilio-client.ts';

/**
 * Buys exactly this number, with one POST that is never repeated unless Twilio says it did not process it.
 * Twilio has no idempotency key and answers 201 also for a number that the account owns already, whose settings it
 * then overwrites (https://github.com/danielberkompas/ex_twilio/pull/116); the caller has claimed the number first.
 */
export async function buyNumber(client: TwilioClient, order: NumberOrder): Promise<BuyAnswer> {
  try {
    const response = await client.send({
      method: 'post',
      product: 'api',
      path: accountPath(client, 'IncomingPhoneNumbers.json'),
      form: { PhoneNumber: order.phoneNumber, FriendlyName: order.tag, ...settingsForm(order) },
      repeatable: false,
    });
    return readBuyAnswer(response, order.phoneNumber);
  } catch (error) {
    if (error instanceof TransportFailure) return { outcome: 'unknown', detail: error.message };
    throw error;
  }
}

/** What Twilio's answer says has become of the order for this number. */
export function readBuyAnswer(response: TwilioResponse, phoneNumber: string): BuyAnswer {
  if (!isSuccess(response)) return refusalOf(response);
  const number = readOwnedNumber(response.body);
  if (!number) {
    return {
      outcome: 'unknown',
      detail: `Twilio answered ${response.status} without a number; ${describeAnswer(response)}`,
    };
  }
  if (number.phoneNumber !== phoneNumber) {
    return {
      outcome: 'unknown',
      detail: `Twilio answered ${response.status} for another number, ${number.sid}`,
    };
  }
  return { outcome: 'bought', number };
}
