import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

/** The token the test webhooks accept. */
export const TOKEN = '0123456789abcdef0123456789abcdef';
export const PUBLIC_URL = 'https://app.example.com/twilio/voice';

/** Parameters as Twilio posts them, several values for a repeated name. */
export type Params = Readonly<Record<string, string | readonly string[]>>;

/** What differs from a plain signed POST. */
export interface RequestChanges {
  /** Below the public URL, with query. */
  readonly path?: string;
  readonly token?: string;
  /** The URL Twilio signs; default: the public URL and `path`. */
  readonly signedUrl?: string;
  /** The URL the request arrives at; default: another host, as behind a proxy. */
  readonly receivedUrl?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const CALLER = '+14155550100';
export const CALLED = '+15105550111';

/** A first request about an inbound call. */
export const INBOUND: Params = {
  CallSid: 'CA00000000000000000000000000000001',
  AccountSid: 'AC00000000000000000000000000000001',
  From: CALLER,
  To: CALLED,
  Caller: CALLER,
  Called: CALLED,
  CallStatus: 'ringing',
  ApiVersion: '2010-04-01',
  Direction: 'inbound',
  FromCity: '',
  FromState: 'CA',
};

/** A form POST, signed by the official SDK. */
export function signedPost(params: Params, changes: RequestChanges = {}): Request {
  const path = changes.path ?? '';
  const url = changes.signedUrl ?? PUBLIC_URL + path;
  const signature = getExpectedTwilioSignature(changes.token ?? TOKEN, url, { ...params });
  return new Request(changes.receivedUrl ?? `http://10.0.0.7:8080/twilio/voice${path}`, {
    method: 'POST',
    body: formBody(params),
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': signature,
      ...changes.headers,
    },
  });
}

/** A GET, its parameters in the query, signed by the official SDK. */
export function signedGet(params: Params, path = ''): Request {
  const pathAndQuery = `${path}?${formBody(params)}`;
  return new Request(`http://10.0.0.7:8080/twilio/voice${pathAndQuery}`, {
    headers: { 'x-twilio-signature': getExpectedTwilioSignature(TOKEN, PUBLIC_URL + pathAndQuery, {}) },
  });
}

/** A JSON POST with `bodySHA256`, signed by the official SDK. */
export function signedJson(body: string, sentBody: string = body): Request {
  const query = `?bodySHA256=${getExpectedBodyHash(body)}`;
  return new Request(`http://10.0.0.7:8080/twilio/voice${query}`, {
    method: 'POST',
    body: sentBody,
    headers: {
      'content-type': 'application/json',
      'x-twilio-signature': getExpectedTwilioSignature(TOKEN, PUBLIC_URL + query, {}),
    },
  });
}

/** Writes parameters as a form body. */
export function formBody(params: Params): string {
  const form = new URLSearchParams();
  for (const [name, values] of Object.entries(params)) {
    for (const value of typeof values === 'string' ? [values] : values) {
      form.append(name, value);
    }
  }
  return form.toString();
}
