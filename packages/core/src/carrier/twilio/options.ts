import type { Clock } from '../../clock.ts';
import { problemWithHosts } from './hosts.ts';
import type { TwilioSdkClient } from './sdk-transport.ts';

const LONGEST_TIMEOUT_MS = 30_000;

/** What both ways of reaching Twilio share. */
interface CommonOptions {
  /**
   * One base address that stands in for every Twilio host, such as `http://localhost:4010` of the simulator.
   * Paths stay as they are.
   */
  readonly apiBaseUrl?: string | undefined;
  /**
   * Deadline of each request in milliseconds, connecting and reading together; 15000 when not given, at most 30000,
   * because a purchase must end before the lease of its operation does.
   */
  readonly timeoutMs?: number | undefined;
  /** Time for waiting between attempts. Tests pass their own. */
  readonly clock?: Clock | undefined;
  /** 0 <= x < 1; spreads attempts so that many processes do not retry at once. Tests pass their own. */
  readonly random?: (() => number) | undefined;
}

/** Through the host's own client of the official SDK. */
export interface TwilioClientOptions extends CommonOptions {
  /** `twilio(accountSid, authToken)`. Its credentials, proxy, agent, edge and region apply. */
  readonly client: TwilioSdkClient;
  /** The account to work in; the client's own when not given. */
  readonly accountSid?: string | undefined;
}

/** With credentials, through `fetch`. Give an auth token, or an API key and its secret. */
export interface TwilioCredentialOptions extends CommonOptions {
  /** `AC…` */
  readonly accountSid: string;
  readonly authToken?: string | undefined;
  /** `SK…`; preferred over the auth token, because it can be revoked by itself. */
  readonly apiKey?: string | undefined;
  readonly apiSecret?: string | undefined;
  /** Where to enter Twilio's network, such as `dublin`. */
  readonly edge?: string | undefined;
  /** Where Twilio processes and stores, such as `ie1`; needs an edge. */
  readonly region?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/** Options of {@link twilio}. */
export type TwilioOptions = TwilioClientOptions | TwilioCredentialOptions;

/** Says in one sentence what is wrong with the options, if anything. */
export function problemWithOptions(options: TwilioOptions): string | undefined {
  const { timeoutMs = LONGEST_TIMEOUT_MS } = options;
  if (!(timeoutMs > 0 && timeoutMs <= LONGEST_TIMEOUT_MS)) {
    return `timeoutMs must be more than 0 and at most ${LONGEST_TIMEOUT_MS}`;
  }
  const accountSid = options.accountSid ?? ('client' in options ? options.client.accountSid : undefined);
  if (!accountSid) return 'accountSid is missing';
  if (!/^AC[0-9a-fA-F]{32}$/.test(accountSid)) {
    const isKey = accountSid.startsWith('SK') ? '; SK… is an API key and belongs into apiKey' : '';
    return `accountSid must be AC and 32 hexadecimal digits${isKey}`;
  }
  if ('client' in options) {
    const { edge, region } = options.client;
    return problemWithHosts({ edge, region, apiBaseUrl: options.apiBaseUrl });
  }
  return problemWithCredentials(options) ?? problemWithHosts(options);
}

function problemWithCredentials(options: TwilioCredentialOptions): string | undefined {
  if (options.apiKey && !options.apiSecret) return 'apiKey needs apiSecret too';
  if (options.apiSecret && !options.apiKey) return 'apiSecret needs apiKey too';
  if (!options.apiKey && !options.authToken) return 'authToken, or apiKey and apiSecret, are missing';
  if (options.apiKey && !options.apiKey.startsWith('SK')) return 'apiKey must begin with SK';
  return undefined;
}
