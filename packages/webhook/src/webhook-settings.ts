import { type CallFlow, createAttendCall, fixedDocument } from './call-flow/index.ts';
import {
  type CallStatusEvent,
  createCallHooks,
  type Hook,
  type HookParts,
  type RecordingEvent,
} from './callbacks/index.ts';
import { type Clock, systemClock } from './clock.ts';
import { type VoiceWebhookOptions, withDefaults } from './options.ts';
import { createRecentAnswers, type RecentAnswers } from './recent-answers.ts';
import { createDialLimit, createRecovery, recoverySettings } from './recovery/index.ts';
import { type BodyLimits, ENDPOINT_PATHS, type PublicUrl, parsePublicUrl } from './request/index.ts';
import { createFindRoute } from './routes/index.ts';
import { createTokenSource, type TokenSource } from './signature/index.ts';
import { twiml } from './twiml/index.ts';
import { createEmitter, type Observer } from './webhook-event.ts';

/** The options of a webhook, checked, with defaults, turned into working parts. */
export interface WebhookSettings {
  readonly publicUrl: PublicUrl;
  readonly tokens: TokenSource;
  readonly flow: CallFlow;
  readonly recentAnswers: RecentAnswers | undefined;
  readonly bodyLimits: BodyLimits;
  readonly onCallStatus: Hook<CallStatusEvent> | undefined;
  readonly onRecording: Hook<RecordingEvent> | undefined;
  readonly hookParts: HookParts;
  readonly serverTiming: boolean;
  readonly emit: Observer;
  readonly clock: Clock;
}

const HOUR = 3_600_000;

/** Checks the options and builds the parts. Throws `TypeError` or `RangeError` on a mistake, naming the option. */
export function createSettings(options: VoiceWebhookOptions): WebhookSettings {
  const clock = options.clock ?? systemClock;
  const emit = createEmitter(options.onEvent);
  const publicUrl = parsePublicUrl(options.publicUrl);
  const lookupDeadlineMs = options.lookupDeadlineMs ?? 800;
  const retries = withDefaults(options.retries, { maxEntries: 1000, maxAgeMs: 20_000 });
  return {
    publicUrl,
    tokens: createTokenSource(options.authTokens, lookupDeadlineMs, clock),
    flow: createFlow(options, publicUrl, { clock, emit, lookupDeadlineMs }),
    recentAnswers: retries === false ? undefined : createRecentAnswers(retries, clock),
    bodyLimits: { maxBytes: 65_536, timeoutMs: 5000, ...options.body },
    onCallStatus: options.onCallStatus,
    onRecording: options.onRecording,
    hookParts: { deadlineMs: options.hookDeadlineMs ?? 5000, clock, emit },
    serverTiming: options.serverTiming ?? false,
    emit,
    clock,
  };
}

function createFlow(
  options: VoiceWebhookOptions,
  publicUrl: PublicUrl,
  parts: { readonly clock: Clock; readonly emit: Observer; readonly lookupDeadlineMs: number },
): CallFlow {
  const actionUrl = publicUrl.href + ENDPOINT_PATHS.action;
  const recovery = recoverySettings(options.recovery);
  const lastKnown = withDefaults(options.lastKnown, {
    maxEntries: 10_000,
    maxAgeMs: 24 * HOUR,
    warm: true,
  });
  const unknownNumber = options.unknownNumber ?? twiml.response(twiml.reject());
  return {
    findRoute: createFindRoute({
      routes: options.routes,
      lastKnown,
      maxLookups: options.maxLookups ?? 256,
      ...parts,
    }),
    attendCall: createAttendCall(options.routes, { ...parts, deadlineMs: parts.lookupDeadlineMs }),
    hooks: createCallHooks(options, {
      resolveAgent: { ...parts, deadlineMs: options.resolveAgentDeadlineMs ?? 1000 },
      screenCall: { ...parts, deadlineMs: options.screenCallDeadlineMs ?? 500 },
    }),
    recovery: createRecovery(recovery, {
      recovery: publicUrl.href + ENDPOINT_PATHS.recovery,
      recording: publicUrl.href + ENDPOINT_PATHS.recording,
    }),
    dialLimit: createDialLimit(parts.clock),
    emit: parts.emit,
    voiceUrl: publicUrl.href,
    actionUrl,
    documents: {
      fallback: fixedDocument(options.fallback, 'fallback', actionUrl),
      unknownNumber: fixedDocument(unknownNumber, 'unknownNumber', actionUrl),
      hangUp: twiml.response(twiml.hangup()),
      busy: twiml.response(twiml.reject({ reason: 'busy' })),
    },
    streamClosed: recovery.streamClosed,
  };
}
