import type { Account } from '../world/index.ts';
import { TwilioError } from './twilio-error.ts';

/** Who is asking: the account with its token or a main key, a standard key, or the test credentials. */
export type Caller = 'main' | 'standard' | 'test';

const denied = () => new TwilioError(401, 20003, 'Authenticate');

function readBasic(header: string | null): { username: string; password: string } | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    const [username = '', ...rest] = new TextDecoder().decode(bytes).split(':');
    return { username, password: rest.join(':') };
  } catch {
    return undefined;
  }
}

/** Accepts `AC…:token`, `SK…:secret` and the test credentials; everything else is 401/20003. */
export function authenticate(header: string | null, account: Account): Caller {
  const credentials = readBasic(header);
  if (credentials === undefined) throw denied();
  const { username, password } = credentials;
  if (username === account.sid && password === account.authToken) return 'main';
  const test = account.testCredentials;
  if (username === test.sid && password === test.authToken) return 'test';
  const key = account.apiKeys.find((candidate) => candidate.sid === username);
  if (key === undefined || key.secret !== password) throw denied();
  return key.kind;
}
