import { FORM_TYPE, type Refused, refuse } from './refusals.ts';
import {
  type BodyResult,
  type Destination,
  type Endpoint,
  type Fields,
  field,
  NO_FIELDS,
  type PlainRequest,
  parseForm,
  parseJsonFields,
} from './request/index.ts';
import { bodyHashIn, isSigned, type SignatureHash, type TokenSource } from './signature/index.ts';
import type { RefusalReason } from './webhook-event.ts';

/** A request that Twilio did sign, or why it is turned away. */
export type Received =
  | {
      readonly kind: 'genuine';
      readonly endpoint: Endpoint;
      readonly fields: Fields;
      readonly signature: string;
    }
  | Refused;

/** What checking a request needs. */
export interface ReceiveParts {
  readonly tokens: TokenSource;
  readonly hash: SignatureHash;
}

/** Reads a request and checks who sent it. Nothing is looked up before this has said `genuine`. */
export async function receive(
  request: PlainRequest,
  { endpoint, signedUrl }: Destination,
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
  const content = parseContent(request, signedUrl, read.bytes, hash);
  if (typeof content === 'string') {
    return refuse(content);
  }
  const found = tokens(accountSid(content.fields));
  const accepted = found instanceof Promise ? await found : found;
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
    ? { kind: 'genuine', endpoint, fields: content.fields, signature }
    : refuse('signature-wrong');
}

interface Content {
  readonly fields: Fields;
  /** The part of the fields that the signature covers by name and value. */
  readonly signedFields: Fields;
}

function parseContent(
  request: PlainRequest,
  url: string,
  body: Uint8Array,
  hash: SignatureHash,
): Content | RefusalReason {
  if (request.method === 'GET') {
    const query = url.indexOf('?');
    const fields = query === -1 ? NO_FIELDS : parseForm(url.slice(query + 1));
    return { fields, signedFields: NO_FIELDS };
  }
  const type = mediaType(request.header('content-type') ?? '');
  if (type === FORM_TYPE || (type === '' && body.length === 0)) {
    const fields = parseForm(hash.decode(body));
    return { fields, signedFields: fields };
  }
  if (type !== 'application/json') {
    return 'content-type';
  }
  // Without this parameter the signature does not cover the body, and anybody could have written it.
  if (bodyHashIn(url) === undefined) {
    return 'signature-wrong';
  }
  const fields = parseJsonFields(hash.decode(body));
  return fields === undefined ? 'body-unreadable' : { fields, signedFields: NO_FIELDS };
}

function mediaType(contentType: string): string {
  // As Twilio writes it, with or without a charset.
  if (contentType === FORM_TYPE || contentType.startsWith(`${FORM_TYPE};`)) {
    return FORM_TYPE;
  }
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Not verified yet when the token source is asked with it, so at least its shape is. */
function accountSid(fields: Fields): string | undefined {
  const sid = field(fields, 'AccountSid');
  return sid !== undefined && /^AC[0-9a-zA-Z]{1,62}$/.test(sid) ? sid : undefined;
}

const BODY_REFUSALS = {
  'too-large': 'body-too-large',
  'too-slow': 'body-too-slow',
  'already-read': 'body-already-read',
  broken: 'body-unreadable',
} as const satisfies Record<Exclude<BodyResult['kind'], 'body'>, RefusalReason>;
