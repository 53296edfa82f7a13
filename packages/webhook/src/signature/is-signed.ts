import type { Fields } from '../request/index.ts';
import { equalInConstantTime } from './constant-time.ts';
import type { SignatureHash } from './signature-hash.ts';
import { bodyHashIn, signedFields } from './signed-text.ts';
import { urlSpellings } from './url-spellings.ts';

/** A request whose signature is in question. */
export interface SignedRequest {
  readonly tokens: readonly string[];
  readonly signature: string;
  /** As Twilio was configured with it: scheme, host, path and raw query. */
  readonly url: string;
  /** Form parameters of the body; empty for GET and for bodies that are no form. */
  readonly fields: Fields;
  /** Raw body; only looked at when the URL carries `bodySHA256`. */
  readonly body: Uint8Array;
}

/** Did the owner of one of the tokens sign this request? */
export async function isSigned(request: SignedRequest, hash: SignatureHash): Promise<boolean> {
  const expectedHash = bodyHashIn(request.url);
  if (expectedHash !== undefined && !equalInConstantTime(expectedHash, await hash.sha256(request.body))) {
    return false;
  }
  const suffix = expectedHash === undefined ? signedFields(request.fields) : '';
  for (const spelling of urlSpellings(request.url)) {
    for (const token of request.tokens) {
      // An empty token would make every signature forgeable.
      if (token !== '') {
        const made = hash.hmacSha1(token, spelling + suffix);
        if (equalInConstantTime(request.signature, typeof made === 'string' ? made : await made)) {
          return true;
        }
      }
    }
  }
  return false;
}
