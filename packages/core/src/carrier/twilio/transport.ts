/** One request to Twilio, before it has a host, credentials or retries. */
export interface TwilioRequest {
  readonly method: 'get' | 'post' | 'delete';
  /** Twilio product: the first label of the host name. */
  readonly product: 'api' | 'lookups' | 'pricing';
  /** Path from the root of the host, such as `/2010-04-01/Accounts/AC…/IncomingPhoneNumbers.json`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  /**
   * Doing it twice is as good as doing it once. A purchase is not: it is sent again only when Twilio says that it
   * did not process it.
   */
  readonly repeatable: boolean;
}

/** An answer, whatever its status. */
export interface TwilioResponse {
  readonly status: number;
  /** The parsed JSON; `undefined` for an empty body, HTML or broken JSON. */
  readonly body: unknown;
  /** What Twilio support asks for. */
  readonly requestId: string | null;
  /** The raw `Retry-After` header. */
  readonly retryAfter: string | null;
}

/** Sends a request once; resolves for every status, rejects only with a {@link TransportFailure}. */
export type Transport = (request: TwilioRequest) => Promise<TwilioResponse>;

/**
 * No answer came, so nobody knows whether the request took effect. Carries no cause on purpose: the error of the
 * HTTP client underneath holds the Authorization header.
 */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  readonly kind: 'timeout' | 'network';

  constructor(kind: 'timeout' | 'network', message: string) {
    super(message);
    this.kind = kind;
  }
}
