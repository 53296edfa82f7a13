import type { Ids } from './ids.ts';

/** An API key: `main` may do everything, `standard` may not read `/Accounts` or `/Keys`. */
export interface ApiKey {
  sid: string;
  secret: string;
  kind: 'main' | 'standard';
}

/** The one account of a simulator. */
export interface Account {
  readonly sid: string;
  /** The primary auth token: REST password, and the key of webhook signatures. */
  authToken: string;
  /** Tokens that were primary before, newest first; they no longer authenticate anything. */
  readonly previousTokens: string[];
  readonly apiKeys: readonly ApiKey[];
  readonly testCredentials: { readonly sid: string; readonly authToken: string };
  readonly friendlyName: string;
  type: 'Full' | 'Trial';
  readonly createdAt: Date;
}

export interface AccountOptions {
  accountSid?: string | undefined;
  authToken?: string | undefined;
  apiKeys?: readonly { sid: string; secret: string; kind?: 'main' | 'standard' }[] | undefined;
  testCredentials?: { sid: string; authToken: string } | undefined;
  trial?: boolean | undefined;
}

export function createAccount(options: AccountOptions, ids: Ids, createdAt: Date): Account {
  return {
    sid: options.accountSid ?? ids.sid('AC'),
    authToken: options.authToken ?? ids.sid(''),
    previousTokens: [],
    apiKeys: (options.apiKeys ?? []).map((key) => ({ kind: 'main' as const, ...key })),
    testCredentials: options.testCredentials ?? { sid: ids.sid('AC'), authToken: ids.sid('') },
    friendlyName: 'Simulated account',
    type: options.trial === true ? 'Trial' : 'Full',
    createdAt,
  };
}

/** Promotes a new primary token, as Twilio's secondary-token promotion does, and returns it. */
export function rotateAuthToken(account: Account, ids: Ids): string {
  account.previousTokens.unshift(account.authToken);
  account.authToken = ids.sid('');
  return account.authToken;
}
