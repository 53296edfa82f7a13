import type { Clock } from '../clock.ts';
import { withinDeadline } from '../deadline.ts';

/**
 * Where the Auth Tokens come from: one, several (while one replaces another), or a function.
 * The function is given the `AccountSid` the request names, which is not verified yet, so that a host with
 * subaccounts can choose; it may read a secret store, and should be fast.
 */
export type AuthTokens =
  | string
  | readonly string[]
  | ((accountSid: string | undefined) => TokenAnswer | Promise<TokenAnswer>);

type TokenAnswer = string | readonly string[];

/** Finds the tokens that may have signed a request; undefined when the source has never answered. */
export type TokenSource = (
  accountSid: string | undefined,
) => readonly string[] | Promise<readonly string[] | undefined>;

const MAX_REMEMBERED_ACCOUNTS = 1000;

/** While a function fails or is late, its last answer for the same account serves. */
export function createTokenSource(authTokens: AuthTokens, deadlineMs: number, clock: Clock): TokenSource {
  if (typeof authTokens !== 'function') {
    const tokens = asList(authTokens);
    if (tokens.length === 0) {
      throw new TypeError("authTokens: empty. Give the Twilio account's Auth Token.");
    }
    return () => tokens;
  }
  const remembered = new Map<string, readonly string[]>();
  return async (accountSid) => {
    const key = accountSid ?? '';
    const outcome = await withinDeadline(() => authTokens(accountSid), deadlineMs, clock);
    if (outcome.kind !== 'value') {
      return remembered.get(key);
    }
    const tokens = asList(outcome.value);
    if (tokens.length > 0) {
      if (remembered.size >= MAX_REMEMBERED_ACCOUNTS) {
        remembered.clear();
      }
      remembered.set(key, tokens);
    }
    return tokens;
  };
}

/** Drops what is no token: an unset environment variable must not become an empty secret. */
function asList(answer: TokenAnswer | undefined): readonly string[] {
  const tokens: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return tokens.filter((token) => typeof token === 'string').filter((token) => token !== '');
}
