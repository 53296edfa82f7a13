import { Readable } from 'node:stream';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { createNodeVoiceWebhook, type NodeRequest, type NodeResponse } from '../src/node/index.ts';
import { parseTwiml } from './parse-twiml.ts';
import { createRandom, type Random } from './random.ts';
import { CALLED, formBody, INBOUND, type Params, PUBLIC_URL, TOKEN } from './twilio-request.ts';
import { RELAY, routeTo } from './webhook-under-test.ts';

/** What became of the mutated requests. */
export interface FuzzCounts {
  requests: number;
  readonly statuses: Record<number, number>;
  /** Signed requests that got TwiML a strict parser accepts. */
  twiml: number;
  /** Requests that nobody signed and that reached the route store all the same. */
  unverifiedLookups: number;
  /** Rejections, statuses of 500 and above, and TwiML that is none. */
  readonly failures: string[];
}

/** Named by forged requests only: a look-up of it means that one got through. */
const FORGED = '+19995550000';
const ENDPOINTS = [
  '',
  '/',
  '/action',
  '/recovery',
  '/recording',
  '/status',
  '/fallback',
  '/../x',
  '//',
  '/%2e',
];
const NAMES = [
  ...[
    'From',
    'To',
    'CallSid',
    'CallStatus',
    'SessionStatus',
    'HandoffData',
    'DialCallStatus',
    'ForwardedFrom',
  ],
  ...['ErrorCode', 'ErrorUrl', 'RecordingUrl', 'StirVerstat', '__proto__', 'constructor', 'bodySHA256', ''],
];
const TEXTS = [
  ...[
    '',
    '+',
    '%',
    '%zz',
    '\u0000',
    '\ud800',
    'ü😀',
    '<&">',
    ']]>',
    '\r\n',
    '{"transfer":"+15105550123"}',
    '{',
  ],
  ...['completed', 'failed', 'client:x', 'sip:a@b', 'anonymous', CALLED, 'x'.repeat(5000), '\ufffe', '‮'],
];
const TYPES = [
  ...['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=UTF-8'],
  ...[
    'application/json',
    'APPLICATION/X-WWW-FORM-URLENCODED',
    'multipart/form-data',
    'text/plain',
    '',
    ';;;',
  ],
];

/** Sends many mutated requests to the Node entry; the seed makes a run repeatable. */
export async function fuzz(
  requests: number,
  seed: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<FuzzCounts> {
  const counts: FuzzCounts = { requests: 0, statuses: {}, twiml: 0, unverifiedLookups: 0, failures: [] };
  const random = createRandom(seed);
  const webhook = createNodeVoiceWebhook({
    authTokens: TOKEN,
    publicUrl: PUBLIC_URL,
    fallback: '<Response/>',
    body: { timeoutMs: 30, maxBytes: 16_384 },
    routes: {
      async lookup(phoneNumber) {
        if (phoneNumber === FORGED) counts.unverifiedLookups += 1;
        return routeTo(RELAY, { phoneNumber, recoveryPhone: '+15105550199' });
      },
    },
  });
  while (counts.requests < requests) {
    // Side by side, so that slow bodies do not hold up the rest.
    const batch = Array.from({ length: Math.min(500, requests - counts.requests) }, () => mutate(random));
    await Promise.all(batch.map((one) => send(webhook, one, counts)));
    counts.requests += batch.length;
    onProgress(counts.requests);
  }
  return counts;
}

interface Mutated {
  readonly request: NodeRequest;
  readonly signed: boolean;
}

function mutate(random: Random): Mutated {
  const signed = random.chance(0.3);
  const path =
    random.pick(ENDPOINTS) +
    (random.chance(0.3) ? `?${random.pick(NAMES)}=${random.pick(['a', "'", '%27', '+', '%'])}` : '');
  const params: Record<string, string | readonly string[]> = { ...INBOUND };
  for (let count = random.below(4); count > 0; count -= 1) {
    const values = [random.pick(TEXTS), random.pick(TEXTS), random.pick(TEXTS)].slice(random.below(3));
    params[random.pick(NAMES)] = values.length === 1 ? (values[0] ?? '') : values;
  }
  const signature = getExpectedTwilioSignature(TOKEN, PUBLIC_URL + path, asSent(params));
  if (!signed) params.To = FORGED;
  const body = Buffer.from(formBody(params));
  const request = signed
    ? messageOf(random, path, signature, [body])
    : messageOf(
        random,
        path,
        random.pick([signature, '', 'AAAA', `${signature}${signature}`, 'ü']),
        damage(random, body),
      );
  return { request, signed };
}

/** What the body says after it was written and read again: lone surrogates do not survive that. */
function asSent(params: Params): Record<string, string | string[]> {
  const read = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(formBody(params))) {
    read.set(name, [...(read.get(name) ?? []), value]);
  }
  return Object.fromEntries(read);
}

/** Cuts, joins, repeats, garbles and delays. */
function damage(random: Random, body: Buffer): Buffer[] {
  const at = random.below(body.length);
  const noise = Buffer.from(Array.from({ length: random.below(40) }, () => random.below(256)));
  return random.pick([
    [body],
    [body.subarray(0, at), body.subarray(at)],
    [body.subarray(0, at), noise, body.subarray(at)],
    [body.subarray(0, at)],
    [noise],
    [],
    Array.from(body.subarray(0, 60), (byte) => Buffer.from([byte])),
    [body, Buffer.from('&'), body],
    [Buffer.alloc(20_000, 'x=1&')],
  ]);
}

function messageOf(random: Random, path: string, signature: string, chunks: readonly Buffer[]): NodeRequest {
  const damaged = chunks.length !== 1 || random.chance(0.5);
  const stream = random.chance(0.002)
    ? new Readable({ read: () => undefined })
    : Readable.from(chunks, { objectMode: false });
  if (random.chance(0.01))
    setImmediate(() => stream.destroy(random.chance(0.5) ? new Error('reset') : undefined));
  // Node's own messages keep an error to themselves when nobody listens; plain streams do not.
  stream.on('error', () => undefined);
  const headers: Record<string, string | string[] | undefined> = {
    'content-type': damaged && signature === '' ? random.pick(TYPES) : (TYPES[random.below(2)] ?? ''),
    'x-twilio-signature': signature || undefined,
    'i-twilio-idempotency-token': random.chance(0.2) ? String(random.below(50)) : undefined,
    'content-length': random.chance(0.02) ? random.pick(['-1', 'x', '99999999', '0']) : undefined,
  };
  const method = random.chance(0.02) ? random.pick(['GET', 'PUT', 'HEAD', 'TRACE', '']) : 'POST';
  const url = random.chance(0.05) ? `http://elsewhere${path}` : `/twilio/voice${path}`;
  const more = random.chance(0.01)
    ? { body: random.pick<unknown>([{}, 'text', null, 7, Buffer.from('To=1')]) }
    : {};
  return Object.assign(stream, { headers, method, url, ...more });
}

type Webhook = ReturnType<typeof createNodeVoiceWebhook>;

async function send(webhook: Webhook, { request, signed }: Mutated, counts: FuzzCounts): Promise<void> {
  let status = 0;
  let document = '';
  const response: NodeResponse = {
    headersSent: false,
    destroyed: false,
    writeHead(code) {
      status = code;
    },
    end(body = '') {
      document = body;
    },
  };
  try {
    await webhook(request, response);
    counts.statuses[status] = (counts.statuses[status] ?? 0) + 1;
    if (status < 200 || status >= 500) throw new Error(`status ${status}`);
    if (status === 200) {
      parseTwiml(document);
      counts.twiml += 1;
      if (!signed && document.includes(FORGED)) throw new Error('A forged request was answered.');
    }
  } catch (error) {
    if (counts.failures.length < 20)
      counts.failures.push(`${String(error)} ${request.url} ${document.slice(0, 200)}`);
  }
}
