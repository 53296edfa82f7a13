import {
  type BodyResult,
  type Destination,
  type Fields,
  field,
  NO_FIELDS,
  type PlainRequest,
  type PlainResponse,
  parseForm,
  parseJsonFields,
  refusal,
} from './request/index.ts';
import { isSigned, type SignatureHash, type TokenSource } from './signature/index.ts';
import type { RefusalReason } from './webhook-event.ts';

/** A request that Twilio did sign, or why it is turned away. */
export type Received =
  | { readonly kind: 'genuine'; readonly fields: Fields; readonly signature: string }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly response: PlainResponse };

/** What checking a request needs. */
export interface ReceiveParts {
  readonly tokens: TokenSource;
  readonly hash: SignatureHash;
}

/** Reads a request and checks who sent it. Nothing is looked up before this has said `genuine`. */
export async function receive(
  request: PlainRequest,
  { signedUrl }: Destination,
  { tokens, hash }: ReceiveParts,
): Promise<Received> {
  const signature = request.header('x-twilio-signature');
  if (!signature) {
    return refuse('signature-missing');
  }
  const read: BodyResult =
    request.method === 'GET' ? { kind: 'body', bytes: new Uint8Array() } : await request.readBody();
  if (read.kind !== 'body') {
    return refuse(BODY_REFUSALS[read.kind]);
  }
  const content = parseContent(request, signedUrl, read.bytes);
  if (typeof content === 'string') {
    return refuse(content);
  }
  const accepted = await tokens(accountSid(content.fields));
  if (accepted === undefined) {
    return refuse('tokens-unavailable');
  }
  const signed = {
    tokens: accepted,
    signature,
    url: signedUrl,
    fields: content.signedFields,
    body: read.bytes,
  };
  return (await isSigned(signed, hash))
    ? { kind: 'genuine', fields: content.fields, signature }
    : refuse('signature-wrong');
}

/** Writes a refusal. */
export function refuse(reason: RefusalReason): Extract<Received, { kind: 'refused' }> {
  const { status, headers, ...problem } = REFUSALS[reason];
  return { kind: 'refused', reason, response: refusal(status, problem, headers) };
}

interface Content {
  readonly fields: Fields;
  /** The part of the fields that the signature covers by name and value. */
  readonly signedFields: Fields;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function parseContent(request: PlainRequest, url: string, body: Uint8Array): Content | RefusalReason {
  if (request.method === 'GET') {
    const query = url.indexOf('?');
    const fields = query === -1 ? NO_FIELDS : parseForm(url.slice(query + 1));
    return { fields, signedFields: NO_FIELDS };
  }
  const type = (request.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === FORM || (type === '' && body.length === 0)) {
    const fields = parseForm(decoder.decode(body));
    return { fields, signedFields: fields };
  }
  if (type !== 'application/json') {
    return 'content-type';
  }
  // Without this parameter the signature does not cover the body, and anybody could have written it.
  if (!url.includes('bodySHA256=')) {
    return 'signature-wrong';
  }
  const fields = parseJsonFields(decoder.decode(body));
  return fields === undefined ? 'body-unreadable' : { fields, signedFields: NO_FIELDS };
}

/** Not verified yet when the token source is asked with it, so at least its shape is. */
function accountSid(fields: Fields): string | undefined {
  const sid = field(fields, 'AccountSid');
  return sid !== undefined && /^AC[0-9a-zA-Z]{1,62}$/.test(sid) ? sid : undefined;
}

const FORM = 'application/x-www-form-urlencoded';

const BODY_REFUSALS = {
  'too-large': 'body-too-large',
  'too-slow': 'body-too-slow',
  'already-read': 'body-already-read',
  broken: 'body-unreadable',
} as const satisfies Record<Exclude<BodyResult['kind'], 'body'>, RefusalReason>;

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
    remedy: 'Mount the webhook before any body parser.',
  },
  'body-unreadable': {
    status: 400,
    field: 'body',
    reason: 'broken off, or not the JSON object it says it is',
    remedy: `Send ${FORM}.`,
  },
  'content-type': {
    status: 415,
    field: 'content-type',
    reason: 'not one the webhook reads',
    remedy: `Send ${FORM}, or application/json with bodySHA256 in the query.`,
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
