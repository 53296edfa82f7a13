/**
 * Seals values at rest and finds them again. Values are sealed with AES-256-GCM under the newest key of a key
 * ring and opened with whichever key sealed them; a blind index is an HMAC-SHA-256 under a key of its own.
 */
export interface Vault {
  /**
   * @param context what the value is and where it lies, such as `numbers.e164:num_…`; a sealed value moved to
   * another row or column does not open.
   */
  seal(plain: string, context: string): string;
  /** @throws NumberkitError `unreadable-secret` when no key of the ring fits or the value was changed. */
  open(sealed: string, context: string): string;
  /** Equal inputs give equal outputs; nothing else can be learnt without the key. */
  blindIndex(value: string): string;
}
