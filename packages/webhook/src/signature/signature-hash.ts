/** What a signature check needs of its platform. A host with faster implementations may bring its own. */
export interface SignatureHash {
  /** HMAC-SHA1 of `text` (UTF-8) under `token`, in base64. */
  hmacSha1(token: string, text: string): Promise<string> | string;
  /** SHA-256 in lower-case hex. */
  sha256(bytes: Uint8Array): Promise<string> | string;
  /** Reads bytes as UTF-8; what is none becomes U+FFFD, and a byte order mark stays. */
  decode(bytes: Uint8Array): string;
}

const MAX_KEPT_KEYS = 32;

/** Hashes with WebCrypto, which every runtime has. Imported keys are kept, since importing costs as much as signing. */
export function createWebCryptoHash(): SignatureHash {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const keys = new Map<string, ReturnType<typeof importKey>>();
  const keyOf = (token: string): ReturnType<typeof importKey> => {
    let key = keys.get(token);
    if (key === undefined) {
      if (keys.size >= MAX_KEPT_KEYS) {
        keys.clear();
      }
      key = importKey(encoder.encode(token));
      keys.set(token, key);
    }
    return key;
  };
  return {
    async hmacSha1(token, text) {
      const mac = await crypto.subtle.sign('HMAC', await keyOf(token), encoder.encode(text));
      return btoa(String.fromCharCode(...new Uint8Array(mac)));
    },
    async sha256(bytes) {
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    },
    decode: (bytes) => decoder.decode(bytes),
  };
}

function importKey(secret: Uint8Array<ArrayBuffer>) {
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
}
