import type { Clock } from '../../clock.ts';
import { errorCode } from './translate.ts';
import { type Transport, TransportFailure, type TwilioRequest, type TwilioResponse } from './transport.ts';

const ATTEMPTS = 4;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;
/**
 * After so long nothing is sent again. With the longest timeout of one request (30 s) a purchase ends well before the
 * lease of its operation does (90 s), so that no sweep judges a call that is still on its way.
 */
const LAST_SENDING_MS = 40_000;
/** "Too many concurrent requests": Twilio states that it did not process this one. */
const NOT_PROCESSED = 20429;

/** Where waiting and chance come from. */
export interface RetryOptions {
  readonly clock: Clock;
  /** 0 <= x < 1 */
  readonly random: () => number;
}

/**
 * Sends again what may be sent again: anything that Twilio did not process, and repeatable requests after a lost
 * connection or a 5xx. At most {@link ATTEMPTS} times in all; the last answer stands.
 */
export function withRetries(send: Transport, options: RetryOptions): Transport {
  return async (request) => {
    const startedAt = options.clock.now().getTime();
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await send(request).catch(failureOrThrow);
      const delay = attempt < ATTEMPTS ? delayBeforeRetry(request, outcome, attempt, options) : undefined;
      const tooLate = options.clock.now().getTime() + (delay ?? 0) - startedAt > LAST_SENDING_MS;
      if (delay === undefined || tooLate) {
        if (outcome instanceof TransportFailure) throw outcome;
        return outcome;
      }
      await options.clock.sleep(delay);
    }
  };
}

/** How long to wait before sending again, in milliseconds; `undefined`: do not. */
export function delayBeforeRetry(
  request: TwilioRequest,
  outcome: TwilioResponse | TransportFailure,
  attempt: number,
  options: RetryOptions,
): number | undefined {
  const jitter = options.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
  if (outcome instanceof TransportFailure) return request.repeatable ? jitter : undefined;
  const unprocessed = outcome.status === 429 && (request.repeatable || errorCode(outcome) === NOT_PROCESSED);
  const passing = outcome.status >= 500 && request.repeatable;
  if (!unprocessed && !passing) return undefined;
  const asked = readRetryAfter(outcome.retryAfter, options.clock.now());
  if (asked === undefined) return jitter;
  // Someone waits for this answer; a longer pause than ours is theirs to decide.
  return asked <= LONGEST_DELAY_MS ? asked : undefined;
}

/** `Retry-After` in milliseconds from now: seconds or an HTTP date. */
function readRetryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function failureOrThrow(error: unknown): TransportFailure {
  if (error instanceof TransportFailure) return error;
  throw error;
}
