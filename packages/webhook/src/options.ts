import type { AgentConfig, RouteSource } from '@numberkit/contract';
import type { CallStatusEvent, Hook, RecordingEvent, ResolveAgent, ScreenCall } from './callbacks/index.ts';
import type { Clock } from './clock.ts';
import type { RecentAnswersOptions } from './recent-answers.ts';
import type { RecoveryOptions } from './recovery/index.ts';
import type { BodyLimits } from './request/index.ts';
import type { LastKnownOptions } from './routes/index.ts';
import type { AuthTokens } from './signature/index.ts';
import type { Observer } from './webhook-event.ts';

/** A ready TwiML document, or an agent to connect. */
export type FixedAnswer = string | AgentConfig;

/** Options of `createVoiceWebhook`. Times are milliseconds. */
export interface VoiceWebhookOptions {
  /** Finds the route of a called number; `numberkit.routing` is one. */
  readonly routes: RouteSource;
  /** The account's Auth Token; several while one replaces another. Never an API key secret. */
  readonly authTokens: AuthTokens;
  /**
   * The address of the voice webhook as Twilio calls it, such as `https://app.example.com/twilio/voice`: origin
   * and path, no query, no fragment. The signature covers it, so it must be the outer address when a proxy
   * stands in between. The other endpoints live below it; `voiceUrls(publicUrl)` lists them.
   */
  readonly publicUrl: string;
  /** Answers a call when the route store does not and no route is remembered. Checked at start. */
  readonly fallback: FixedAnswer;
  /** Answers a call to a number nobody owns; default `<Reject/>`, which costs nothing. */
  readonly unknownNumber?: FixedAnswer;
  /** How long the route store may take; default 800. */
  readonly lookupDeadlineMs?: number;
  /**
   * How many look-ups may be under way at once; default 256. A call above that is answered from memory at once, so
   * that a store that has become slow is not buried in questions.
   */
  readonly maxLookups?: number;
  /** The memory of routes for when the store fails; default 10,000 routes, 24 hours. `false`: none. */
  readonly lastKnown?: false | Partial<LastKnownOptions>;
  /** What happens to callers whose agent failed. */
  readonly recovery?: RecoveryOptions;
  /** The memory of answers for Twilio's retries; default 1,000 answers, 20 seconds. `false`: none. */
  readonly retries?: false | Partial<RecentAnswersOptions>;
  /** How much of a request body is read, and for how long; default 64 kB, 5 seconds. */
  readonly body?: Partial<BodyLimits>;
  /**
   * Chooses the agent of one call, such as another one after hours. When it throws, is late, or answers undefined,
   * the route's own agent is connected.
   */
  readonly resolveAgent?: ResolveAgent;
  /** How long `resolveAgent` may take; default 1000. */
  readonly resolveAgentDeadlineMs?: number;
  /** Decides whether a call is answered at all. When it throws or is late, it is. */
  readonly screenCall?: ScreenCall;
  /** How long `screenCall` may take; default 500. */
  readonly screenCallDeadlineMs?: number;
  /** Told about each status callback. What it throws goes to `onEvent`; Twilio gets its 204. */
  readonly onCallStatus?: Hook<CallStatusEvent>;
  /** Told about each voicemail. */
  readonly onRecording?: Hook<RecordingEvent>;
  /** How long a hook is waited for; default 5000. */
  readonly hookDeadlineMs?: number;
  /** Adds a `server-timing` header to answers; default `false`. For development: it tells how the host is doing. */
  readonly serverTiming?: boolean;
  /** Told what happens, without personal data; for logs and metrics. */
  readonly onEvent?: Observer;
  /** Time; for tests. */
  readonly clock?: Clock;
}

/** Fills a partial object of bounds. */
export function withDefaults<T extends object>(
  given: false | Partial<T> | undefined,
  defaults: T,
): T | false {
  return given === false ? false : { ...defaults, ...given };
}
