import { type Fields, field } from '../request/index.ts';
import { parseHandoff } from './handoff.ts';

/** How an agent left a call. */
export type AgentOutcome =
  | { readonly kind: 'ended' }
  | { readonly kind: 'transferred'; readonly phoneNumber: string }
  | { readonly kind: 'failed'; readonly errorCode: string | null };

const SESSION_ENDED: readonly string[] = ['completed', 'ended'];
const DIAL_ANSWERED: readonly string[] = ['completed', 'answered'];

/**
 * Reads the request Twilio makes to `action`. `<Dial>` reports `DialCallStatus`, ConversationRelay
 * `SessionStatus`; a media stream reports no status of its own, so only an error tells a failure.
 *
 * @param streamClosed what a stream that closed without a word means.
 * @see https://www.twilio.com/docs/voice/twiml/connect/conversationrelay
 */
export function readAgentOutcome(fields: Fields, streamClosed: 'hang-up' | 'recover'): AgentOutcome {
  const errorCode = field(fields, 'ErrorCode') ?? field(fields, 'StreamErrorCode');
  const dialStatus = field(fields, 'DialCallStatus');
  if (dialStatus !== undefined) {
    return DIAL_ANSWERED.includes(dialStatus) ? { kind: 'ended' } : failed(errorCode);
  }
  if (errorCode !== undefined || field(fields, 'StreamError') !== undefined) {
    return failed(errorCode);
  }
  const sessionStatus = field(fields, 'SessionStatus');
  if (sessionStatus === undefined) {
    return streamClosed === 'recover' ? failed(undefined) : { kind: 'ended' };
  }
  if (!SESSION_ENDED.includes(sessionStatus.toLowerCase())) {
    return failed(errorCode);
  }
  const handoff = parseHandoff(field(fields, 'HandoffData'));
  return handoff === undefined ? { kind: 'ended' } : { kind: 'transferred', phoneNumber: handoff.transfer };
}

/** Did someone answer the phone that a `<Dial>` rang? */
export function wasAnswered(fields: Fields): boolean {
  return DIAL_ANSWERED.includes(field(fields, 'DialCallStatus') ?? '');
}

function failed(errorCode: string | undefined): AgentOutcome {
  return { kind: 'failed', errorCode: errorCode ?? null };
}
