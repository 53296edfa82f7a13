import fc from 'fast-check';
import {
  getExpectedTwilioSignature,
  validateRequest,
  validateRequestWithBody,
} from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, it } from 'vitest';
import { verifyTwilioSignature } from '../src/index.ts';

const token = 'a token';

// The characters that have broken signature checks before, most of the time.
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abz019AZ-_.~') },
  { weight: 4, arbitrary: fc.constantFrom('+', "'", '%20', '%27', '%2B', '%7C', '|', '!', '*', '(', ')') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('ü', '%C3%BC', '😀', '"', '<', '>', '^', '`', '{', '%', '%zz', ';', ','),
  },
);
const text = fc.array(character, { maxLength: 6 }).map((pieces) => pieces.join(''));
const name = fc.oneof(text, fc.constantFrom('a', 'b', '10', '9', 'To', 'From'));
const pair = fc.oneof(
  fc.tuple(name, text).map(([left, right]) => `${left}=${right}`),
  name,
);
const query = fc.oneof(
  fc.constant(''),
  fc.array(pair, { maxLength: 4 }).map((pairs) => `?${pairs.join('&')}`),
);
const url = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://'),
    fc.constantFrom('ex.com', 'Ex.com', '127.0.0.1', '[::1]', 'u:p@ex.com'),
    fc.constantFrom('', ':443', ':80', ':8080'),
    fc.constantFrom('', '/', '/h', '/a/b%20c', "/a'b", '/a:80/b', '/ü'),
    query,
  )
  .map((parts) => parts.join(''));

const value = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('', '+14155550100', 'a b'),
);
const params = fc.dictionary(
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    fc.constantFrom('To', 'to', '10', '9'),
  ),
  fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 4 })),
  { maxKeys: 6, noNullPrototype: true },
);

/** Ways in which a URL changes between Twilio and the check. */
const change = fc.constantFrom<(url: string) => string>(
  (given) => given,
  (given) => new URL(given).href,
  (given) => given.replace(/:(443|80|8080)(?=\/|\?|$)/, ''),
  (given) => given.replace(/^(https:\/\/[^/?:@]+)(?=\/|\?|$)/, '$1:443'),
  (given) => given.replaceAll('+', '%20'),
  (given) => given.replaceAll("'", '%27'),
  (given) => `${given}x`,
);

function usable(given: string): boolean {
  return URL.canParse(given);
}

describe('the signature check, compared with the official SDK', () => {
  it('accepts all that the SDK accepts, over random URLs and parameters', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(url.filter(usable), params, change, async (signedUrl, fields, changed) => {
        const signature = getExpectedTwilioSignature(token, signedUrl, fields);
        const checkedUrl = changed(signedUrl);
        // The SDK throws on what is no URL; ours answers no.
        fc.pre(usable(checkedUrl));
        const theirs = validateRequest(token, signature, checkedUrl, fields);
        const ours = await verifyTwilioSignature({
          authTokens: token,
          url: checkedUrl,
          signature,
          params: fields,
        });
        accepted += theirs ? 1 : 0;
        // Undoing what URL parsers escape makes ours accept a few genuine requests that the SDK refuses.
        expect(ours || !theirs).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(1000);
  });

  it('refuses all that the SDK refuses when a parameter, the token or the signature is changed', async () => {
    await fc.assert(
      fc.asyncProperty(url.filter(usable), params, fc.nat(2), async (signedUrl, fields, what) => {
        const signature = getExpectedTwilioSignature(what === 0 ? 'another token' : token, signedUrl, fields);
        const edited = what === 1 ? { ...fields, To: '+1900' } : fields;
        const presented = what === 2 ? signature.toLowerCase() : signature;
        const theirs = validateRequest(token, presented, signedUrl, edited);
        const ours = await verifyTwilioSignature({
          authTokens: token,
          url: signedUrl,
          signature: presented,
          params: edited,
        });
        expect(ours).toBe(theirs);
      }),
      { numRuns: 1500 },
    );
  });

  it('treats JSON bodies alike', async () => {
    const base = url.filter(usable).filter((given) => !given.includes('?'));
    await fc.assert(
      fc.asyncProperty(base, fc.json(), fc.boolean(), async (given, body, edit) => {
        const hash = await sha256(body);
        const signedUrl = `${given}?bodySHA256=${hash}`;
        const signature = getExpectedTwilioSignature(token, signedUrl, {});
        const sent = edit ? `${body} ` : body;
        const theirs = validateRequestWithBody(token, signature, signedUrl, sent);
        const ours = await verifyTwilioSignature({
          authTokens: token,
          url: signedUrl,
          signature,
          body: sent,
        });
        expect(ours).toBe(theirs);
        expect(ours).toBe(!edit);
      }),
      { numRuns: 500 },
    );
  });
});

async function sha256(body: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return Buffer.from(digest).toString('hex');
}
