import { type PlainResponse, refusal } from './request/index.ts';
import type { RefusalReason } from './webhook-event.ts';

/** A request that is turned away. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly response: PlainResponse;
}

/** The body type Twilio posts. */
export const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Writes a refusal. */
export function refuse(reason: RefusalReason): Refused {
  const { status, headers, ...problem } = REFUSALS[reason];
  return { kind: 'refused', reason, response: refusal(status, problem, headers) };
}

interface Refusal {
  readonly status: number;
  readonly field: string;
  readonly reason: string;
  readonly remedy: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const REFUSALS: Readonly<Record<RefusalReason, Refusal>> = {
  method: {
    status: 405,
    field: 'method',
    reason: 'neither GET nor POST',
    remedy: 'Twilio uses these two only.',
    headers: { allow: 'GET, POST' },
  },
  path: {
    status: 404,
    field: 'path',
    reason: 'nothing is served here',
    remedy: 'voiceUrls(publicUrl) lists the addresses of this webhook.',
  },
  'body-too-large': {
    status: 413,
    field: 'body',
    reason: 'larger than the webhook reads',
    remedy: 'Twilio sends a few kilobytes; raise body.maxBytes if yours are larger.',
  },
  'body-too-slow': {
    status: 408,
    field: 'body',
    reason: 'did not arrive in time',
    remedy: 'Send it at once; body.timeoutMs is the limit.',
  },
  'body-already-read': {
    status: 400,
    field: 'body',
    reason: 'another program read it before the webhook, which needs the raw bytes to check the signature',
    remedy: 'Mount the webhook before any body parser, or let the parser keep the bytes as req.rawBody.',
  },
  'body-unreadable': {
    status: 400,
    field: 'body',
    reason: 'broken off, or not the JSON object it says it is',
    remedy: `Send ${FORM_TYPE}.`,
  },
  'content-type': {
    status: 415,
    field: 'content-type',
    reason: 'not one the webhook reads',
    remedy: `Send ${FORM_TYPE}, or application/json with bodySHA256 in the query.`,
  },
  'signature-missing': {
    status: 403,
    field: 'X-Twilio-Signature',
    reason: 'missing',
    remedy: 'Only Twilio may call this address; check that no proxy removes the header.',
  },
  'signature-wrong': {
    status: 403,
    field: 'X-Twilio-Signature',
    reason: 'does not match this request',
    remedy:
      'Check that publicUrl is the address set at Twilio (scheme, host, port, path) and that authTokens ' +
      'holds the Auth Token of the account that owns the number.',
  },
  'tokens-unavailable': {
    status: 503,
    field: 'authTokens',
    reason: 'the function gave no token',
    remedy: 'Check the secret store; then send the request again.',
  },
  'to-missing': {
    status: 400,
    field: 'To',
    reason: 'missing',
    remedy: 'Twilio sends it with every call; check that the request is one about a call.',
  },
  'call-missing': {
    status: 400,
    field: 'CallSid and CallStatus',
    reason: 'one or both are missing',
    remedy: 'Twilio sends both with every status callback; check that the request is one.',
  },
};
