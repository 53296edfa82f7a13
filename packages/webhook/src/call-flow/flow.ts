import type { VoiceRoute } from '@numberkit/contract';
import { type AboutCall, type AgentContext, renderAgent } from '../agent/index.ts';
import type { CallHooks } from '../callbacks/index.ts';
import type { FixedAnswer } from '../options.ts';
import type { DialLimit, Recovery, RecoveryStep } from '../recovery/index.ts';
import { isE164, isForwarded, type VoiceCall } from '../request/index.ts';
import type { FindRoute } from '../routes/index.ts';
import { assertSize, twiml } from '../twiml/index.ts';
import type { AnswerSource, Observer } from '../webhook-event.ts';
import type { AttendCall } from './attend-call.ts';

/** What the steps of a call need. */
export interface CallFlow {
  readonly findRoute: FindRoute;
  readonly attendCall: AttendCall;
  readonly hooks: CallHooks;
  readonly recovery: Recovery;
  readonly dialLimit: DialLimit;
  readonly emit: Observer;
  readonly voiceUrl: string;
  readonly actionUrl: string;
  /** Ready documents, written once at start, so that nothing can go wrong when they are needed. */
  readonly documents: {
    readonly fallback: string;
    readonly unknownNumber: string;
    readonly hangUp: string;
    readonly busy: string;
  };
  readonly streamClosed: 'hang-up' | 'recover';
}

/** TwiML for a call and what it says about itself. */
export interface CallAnswer {
  readonly document: string;
  /** Null: no route was needed. */
  readonly source: AnswerSource | null;
  readonly agentKind: string | null;
  readonly route: VoiceRoute | undefined;
}

/** An answer that connects no agent. */
export function plainAnswer(
  document: string,
  source: AnswerSource | null,
  route: VoiceRoute | undefined = undefined,
): CallAnswer {
  return { document, source, agentKind: null, route };
}

/** An answer by a recovery step, which the observer is told about. */
export function recoveryAnswer(
  { step, document }: RecoveryStep,
  found: { readonly source: AnswerSource | null; readonly route?: VoiceRoute | undefined },
  call: VoiceCall,
  emit: Observer,
): CallAnswer {
  emit({ type: 'recovered', step, callSid: call.callSid });
  return plainAnswer(document, found.source, found.route);
}

/** What an agent of this route learns; a caller that is no phone number cannot be shown to a dialled phone. */
export function agentContext(route: VoiceRoute, call: VoiceCall, actionUrl: string): AgentContext {
  return {
    owner: { tenantId: route.tenantId, numberId: route.numberId },
    about: aboutCall(call),
    actionUrl,
    callerId: isE164(call.from) ? undefined : call.to,
  };
}

function aboutCall(call: VoiceCall): AboutCall {
  return {
    calledNumber: call.to,
    caller: call.from,
    forwarded: isForwarded(call) ? 'true' : 'false',
    ...(call.stirVerstat !== undefined && { stirVerstat: call.stirVerstat }),
  };
}

const WHOLE_DOCUMENT = /^(?:<\?xml[^>]*>\s*)?<Response(?:\s*\/>|[\s>].*<\/Response\s*>)\s*$/s;

/**
 * Writes a fixed answer once. Throws `TypeError` or `RangeError` when it cannot be TwiML, so that a mistake
 * shows at start and not during a call.
 */
export function fixedDocument(answer: FixedAnswer, name: string, actionUrl: string): string {
  if (typeof answer !== 'string') {
    return twiml.response(...renderAgent(answer, { actionUrl }));
  }
  if (!WHOLE_DOCUMENT.test(answer)) {
    throw new TypeError(
      `${name}: not a TwiML document. Start it with <Response> or <?xml, without anything before it, ` +
        'or write it with twiml.response(…).',
    );
  }
  return assertSize(answer);
}
