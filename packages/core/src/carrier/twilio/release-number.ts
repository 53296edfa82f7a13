import type { ReleaseAnswer } from '../carrier.ts';
import { readOwnedNumber } from './owned-number.ts';
import { asRecord } from './read-body.ts';
import { describeAnswer, errorCode, isNotFound } from './translate.ts';
import { TransportFailure, type TwilioResponse } from './transport.ts';
import { accountPath, isSuccess, type TwilioClient } from './twilio-client.ts';

/**
 * Gives a number back. Sent again after a lost answer, because a SID names one purchase: whoever buys the same number
 * later gets another SID, so the worst a repetition can meet is a 404.
 */
export async function releaseNumber(client: TwilioClient, carrierSid: string): Promise<ReleaseAnswer> {
  const path = accountPath(client, `IncomingPhoneNumbers/${encodeURIComponent(carrierSid)}.json`);
  try {
    const response = await client.send({ method: 'delete', product: 'api', path, repeatable: true });
    const answer = readReleaseAnswer(response);
    if (answer.outcome !== 'refused') return answer;
    // Twilio documents no code for "an emergency address hangs on it", so the number itself is asked.
    const number = await client.send({ method: 'get', product: 'api', path, repeatable: true });
    const blocked = isSuccess(number) && readOwnedNumber(number.body)?.emergencyAddress !== 'none';
    return blocked ? { ...answer, outcome: 'blocked' } : answer;
  } catch (error) {
    if (error instanceof TransportFailure) return { outcome: 'unknown', detail: error.message };
    throw error;
  }
}

/** What Twilio's answer to a DELETE says has become of the number. */
export function readReleaseAnswer(response: TwilioResponse): ReleaseAnswer {
  if (isSuccess(response)) return { outcome: 'released' };
  const code = errorCode(response);
  const detail = describeAnswer(response);
  const clear = code !== undefined && response.status >= 400 && response.status < 500;
  if (!clear || response.status === 408 || response.status === 429) return { outcome: 'unknown', detail };
  if (isNotFound(response)) return { outcome: 'gone' };
  return { outcome: 'refused', carrierCode: String(code), detail: detailWithStatus(response, detail) };
}

function detailWithStatus(response: TwilioResponse, detail: string): string {
  return asRecord(response.body) ? detail : `${detail} (HTTP ${response.status})`;
}
