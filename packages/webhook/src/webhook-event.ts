import type { Endpoint } from './request/index.ts';

/** Where the answer to a call came from. */
export type AnswerSource = 'store' | 'last-known' | 'fallback' | 'unknown-number';

/**
 * What the webhook tells its observer. No event holds a phone number, a name or a secret:
 * all may be logged as they are.
 */
export type WebhookEvent =
  /** A request was turned away before anything was looked up. */
  | { readonly type: 'refused'; readonly status: number; readonly reason: RefusalReason }
  /** A call got TwiML. `agentKind` is null when no agent was connected. */
  | {
      readonly type: 'answered';
      readonly endpoint: Endpoint;
      /** Null: no route was needed. */
      readonly source: AnswerSource | null;
      readonly agentKind: string | null;
      readonly tenantId: string | null;
      readonly numberId: string | null;
      readonly callSid: string;
      readonly durationMs: number;
    }
  /** The route store threw, was late, or was not asked (`shed`: too many look-ups under way); the call was answered without it. */
  | {
      readonly type: 'lookup-failed';
      readonly reason: 'error' | 'late' | 'shed';
      readonly error: string | null;
    }
  /** The memory of routes was filled at start, or could not be. */
  | { readonly type: 'warmed'; readonly routes: number; readonly error: string | null }
  /** `screenCall` turned a caller away. */
  | { readonly type: 'screened'; readonly verdict: 'reject' | 'busy'; readonly callSid: string }
  /** A call that is not for the agent, such as the test of a forwarding, was ended as `attend` of the route source said. */
  | {
      readonly type: 'attended';
      readonly attendance: 'reject' | 'say' | 'hold';
      readonly callSid: string;
    }
  /** Our own call to a tenant's phone was forwarded back to us; it was refused, and its caller goes on to voicemail. */
  | { readonly type: 'came-back'; readonly callSid: string }
  /** An agent is done with a call, or could not take it. */
  | {
      readonly type: 'agent-ended';
      readonly outcome: 'ended' | 'transferred' | 'failed';
      /** Twilio's error code, when it sent one. */
      readonly errorCode: string | null;
      readonly callSid: string;
    }
  /** What a caller hears after an agent failed. */
  | {
      readonly type: 'recovered';
      readonly step: 'dial' | 'voicemail' | 'hang-up';
      readonly callSid: string;
    }
  /** A hook of the host, or `attend` of the route source, threw or was late; Twilio was answered all the same. */
  | { readonly type: 'hook-failed'; readonly hook: string; readonly error: string }
  /** An agent configuration could not be written as TwiML, or something broke inside. */
  | { readonly type: 'internal-error'; readonly endpoint: Endpoint; readonly error: string };

/** Why a request was turned away. */
export type RefusalReason =
  | 'method'
  | 'path'
  | 'body-too-large'
  | 'body-too-slow'
  | 'body-already-read'
  | 'body-unreadable'
  | 'content-type'
  | 'signature-missing'
  | 'signature-wrong'
  | 'tokens-unavailable'
  | 'to-missing'
  | 'call-missing';

/** Receives events; what it throws is ignored. */
export type Observer = (event: WebhookEvent) => void;

/** Calls the observer so that it cannot harm a call. */
export function createEmitter(onEvent: Observer | undefined): Observer {
  if (onEvent === undefined) {
    return () => undefined;
  }
  return (event) => {
    try {
      // An async observer may reject instead of throwing.
      Promise.resolve(onEvent(event) as unknown).catch(() => undefined);
    } catch {
      // A broken observer must not cost a call.
    }
  };
}

/** Describes an error without personal data: phone numbers in its message are masked. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return text.replace(/\+?\d[\d\s().-]{5,}\d/g, '[number]').slice(0, 500);
}
