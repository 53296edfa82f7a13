import {
  getExpectedTwilioSignature,
  validateRequest,
  validateRequestWithBody,
} from 'twilio/lib/webhooks/webhooks.js';
import { verifyTwilioSignature } from '../src/index.ts';
import { createRandom, type Random } from './random.ts';

/** Why ours and the official SDK's verdict may differ; each reason is explained in docs/webhook-signatures.md. */
export type KnownDifference = 'wss-port' | 'unescaped-query' | 'not-a-url';

/** Verdicts over many cases. */
export interface DifferentialCounts {
  cases: number;
  accepted: number;
  refused: number;
  readonly known: Record<KnownDifference, number>;
  /** Disagreements nobody has explained; empty is the claim. */
  readonly unexplained: string[];
}

const TOKENS = ['12345', 'a token', '0123456789abcdef0123456789abcdef'];
// The characters that have broken signature checks before, often.
const PIECES = [
  ...['a', 'b', 'z', '0', '9', 'A', 'Z', '-', '_', '.', '~', '+', "'", '|', '!', '*', '(', ')', ';', ','],
  ...['%20', '%27', '%2B', '%2b', '%7C', '%C3%BC', '%zz', '%', 'ü', '😀', '"', '<', '>', '^', '`', '{'],
];
const SCHEMES = ['https://', 'https://', 'https://', 'http://', 'HTTPS://', 'wss://', 'ws://'];
const HOSTS = ['ex.com', 'Ex.com', '127.0.0.1', '[::1]', 'u:p@ex.com', 'app.example.com'];
const PORTS = ['', '', '', ':443', ':80', ':8080'];
const PATHS = ['', '/', '/h', '/a/b%20c', "/a'b", '/a:80/b', '/ü', '/voice/'];
const NAMES = ['To', 'to', 'From', 'CallSid', '10', '9', 'a', 'ü', '__proto__', 'Digits', ''];
const VALUES = ['', '+14155550100', 'a b', 'ü😀', '\r\n', '&=', '%20', "O'Neill", '0', 'true'];

/** Ways in which a URL changes between Twilio and the check. */
const CHANGES: readonly ((url: string) => string)[] = [
  (url) => url,
  (url) => url,
  (url) => new URL(url).href,
  (url) => url.replace(/:(443|80|8080)(?=\/|\?|$)/, ''),
  (url) => url.replace(/^(\w+:\/\/[^/?:@]+)(?=\/|\?|$)/, '$1:443'),
  (url) => url.replace(/^(\w+:\/\/[^/?:@]+)(?=\/|\?|$)/, '$1:8080'),
  (url) => url.replaceAll('+', '%20'),
  (url) => url.replaceAll("'", '%27'),
  (url) => `${url}x`,
  (url) => url.replace(/\/(\?|$)/, '$1'),
];

/** Compares verdicts on random URLs, parameters, tokens and edits. The seed makes a run repeatable. */
export async function compareVerdicts(cases: number, seed: number): Promise<DifferentialCounts> {
  const random = createRandom(seed);
  const known = { 'wss-port': 0, 'unescaped-query': 0, 'not-a-url': 0 };
  const counts: DifferentialCounts = { cases: 0, accepted: 0, refused: 0, known, unexplained: [] };
  while (counts.cases < cases) {
    const signedUrl = randomUrl(random);
    if (!URL.canParse(signedUrl)) continue;
    counts.cases += 1;
    await (random.chance(0.1) ? compareJson : compareForm)(random, signedUrl, counts);
  }
  return counts;
}

async function compareForm(random: Random, signedUrl: string, counts: DifferentialCounts): Promise<void> {
  const params = randomParams(random);
  const token = random.pick(TOKENS);
  const signature = getExpectedTwilioSignature(token, signedUrl, params);
  const url = random.pick(CHANGES)(signedUrl);
  const presented = random.chance(0.1) ? edit(random, signature) : signature;
  const checked = random.chance(0.15) ? { ...params, [random.pick(NAMES)]: random.pick(VALUES) } : params;
  const authToken = random.chance(0.1) ? random.pick(TOKENS) : token;
  const ours = await verifyTwilioSignature({
    authTokens: authToken,
    url,
    signature: presented,
    params: checked,
  });
  settle(
    counts,
    ours,
    verdictOf(() => validateRequest(authToken, presented, url, checked)),
    {
      signedUrl,
      url,
      checked,
    },
  );
}

async function compareJson(random: Random, signedUrl: string, counts: DifferentialCounts): Promise<void> {
  const body = JSON.stringify(randomParams(random));
  const hash = await sha256(random.chance(0.2) ? `${body} ` : body);
  const url = `${signedUrl}${signedUrl.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
  const [token] = TOKENS;
  const signature = getExpectedTwilioSignature(token ?? '', url, {});
  const ours = await verifyTwilioSignature({ authTokens: token ?? '', url, signature, body });
  settle(
    counts,
    ours,
    verdictOf(() => validateRequestWithBody(token ?? '', signature, url, body)),
    {
      signedUrl,
      url,
      checked: {},
    },
  );
}

/** The SDK throws on what it cannot parse. */
function verdictOf(ask: () => boolean): boolean | 'threw' {
  try {
    return ask();
  } catch {
    return 'threw';
  }
}

interface Case {
  readonly signedUrl: string;
  readonly url: string;
  readonly checked: object;
}

function settle(counts: DifferentialCounts, ours: boolean, theirs: boolean | 'threw', one: Case): void {
  counts[ours ? 'accepted' : 'refused'] += 1;
  if (ours === theirs) return;
  const reason = explain(ours, theirs, one);
  if (reason !== undefined) {
    counts.known[reason] += 1;
  } else if (counts.unexplained.length < 20) {
    counts.unexplained.push(JSON.stringify({ ours, theirs, ...one }));
  }
}

function explain(ours: boolean, theirs: boolean | 'threw', one: Case): KnownDifference | undefined {
  if (theirs === 'threw') return ours ? undefined : 'not-a-url';
  // Ours differs by accepting more, never less, and only what the token's owner did sign.
  if (!ours && !/^wss:/i.test(one.url)) return undefined;
  if (/^wss:/i.test(one.url)) return 'wss-port';
  return new URL(one.url).href !== new URL(one.signedUrl).href || one.url !== one.signedUrl
    ? 'unescaped-query'
    : undefined;
}

function randomUrl(random: Random): string {
  const text = () => Array.from({ length: random.below(7) }, () => random.pick(PIECES)).join('');
  const pairs = Array.from({ length: random.below(5) }, () =>
    random.chance(0.8) ? `${random.pick(['a', 'b', '10', '9', text()])}=${text()}` : text(),
  );
  const query = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  return random.pick(SCHEMES) + random.pick(HOSTS) + random.pick(PORTS) + random.pick(PATHS) + query;
}

function randomParams(random: Random): Record<string, string | string[]> {
  const params: [string, string | string[]][] = Array.from({ length: random.below(8) }, () => [
    random.pick(NAMES),
    random.chance(0.15)
      ? Array.from({ length: 1 + random.below(4) }, () => random.pick(VALUES))
      : random.pick(VALUES),
  ]);
  return Object.fromEntries(params);
}

function edit(random: Random, signature: string): string {
  return random.pick([signature.toLowerCase(), `${signature}=`, signature.slice(1), ` ${signature}`, 'AAAA']);
}

async function sha256(body: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return Buffer.from(digest).toString('hex');
}
