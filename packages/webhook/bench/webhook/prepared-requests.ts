import { createHmac } from 'node:crypto';
import { callParameters, PATH, PUBLIC_URL, phoneNumberOf, TOKEN } from './job.ts';

/** Signed requests to numbers spread evenly over a table, as the bytes that go over the wire. */
export function prepareRequests(how: { readonly requests: number; readonly numbers: number }): Buffer[] {
  const step = how.numbers / how.requests;
  // Not in the order of the table: a prime far from any power of two jumps about in it.
  return Array.from({ length: how.requests }, (_, position) => {
    const place = (position * 7_368_787) % how.requests;
    return prepareRequest(phoneNumberOf(Math.floor(place * step)), position);
  });
}

/** One signed request as bytes. */
export function prepareRequest(phoneNumber: string, callNumber: number, path: string = PATH): Buffer {
  const parameters = callParameters(phoneNumber, callNumber);
  const body = new URLSearchParams(parameters).toString();
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: app.example.com',
    'Connection: keep-alive',
    'User-Agent: TwilioProxy/1.1',
    'Accept: */*',
    'Accept-Charset: utf-8',
    'Content-Type: application/x-www-form-urlencoded; charset=UTF-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `I-Twilio-Idempotency-Token: ${callNumber}-${Math.trunc(performance.now() * 1000)}`,
    `X-Twilio-Signature: ${sign(parameters)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function sign(parameters: Readonly<Record<string, string>>): string {
  let text = PUBLIC_URL;
  for (const name of Object.keys(parameters).sort()) text += name + parameters[name];
  return createHmac('sha1', TOKEN).update(text).digest('base64');
}
