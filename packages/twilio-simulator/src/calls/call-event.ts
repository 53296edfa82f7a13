import type { CallStatus, HttpMethod } from '../world/index.ts';

/** Why the simulator asked the host something. */
export type WebhookPurpose =
  | 'voice'
  | 'fallback'
  | 'action'
  | 'redirect'
  | 'screen'
  | 'status-callback'
  | 'recording-status'
  | 'stream-status';

/** What happened on a call, apart from what was said. */
export type CallEventBody =
  | { readonly kind: 'status'; readonly status: CallStatus }
  | {
      readonly kind: 'webhook';
      readonly purpose: WebhookPurpose;
      /** From 1; retries and followed redirects count on. */
      readonly attempt: number;
      readonly method: HttpMethod;
      readonly url: string;
      readonly params: Readonly<Record<string, string>>;
      readonly signature: string;
      readonly idempotencyToken: string;
    }
  | {
      readonly kind: 'webhook-response';
      readonly purpose: WebhookPurpose;
      readonly url: string;
      readonly status: number;
      readonly contentType: string | undefined;
      readonly body: string;
    }
  | {
      readonly kind: 'webhook-failure';
      readonly purpose: WebhookPurpose;
      readonly url: string;
      readonly code: number;
      readonly message: string;
    }
  | {
      readonly kind: 'twiml';
      readonly url: string | undefined;
      readonly xml: string;
      readonly pretty: string;
    }
  | { readonly kind: 'verb'; readonly verb: string }
  | { readonly kind: 'warning' | 'error'; readonly code: number; readonly message: string }
  | { readonly kind: 'note'; readonly message: string }
  | { readonly kind: 'socket-open'; readonly url: string; readonly signature: string }
  | { readonly kind: 'socket-sent' | 'socket-received'; readonly frame: string }
  | { readonly kind: 'socket-close'; readonly code: number; readonly reason: string };

/** One entry of a call's log; `seq` counts from 1 within the call. */
export type CallEvent = CallEventBody & { readonly seq: number; readonly at: Date };

/** One thing said or heard on a call. */
export interface TranscriptEntry {
  /** From 1 within the call; a text that is still being spoken keeps its id while it grows. */
  readonly id: number;
  /** `caller` is the person at the phone, `agent` whom the person hears, `twilio` the network itself. */
  readonly who: 'agent' | 'caller' | 'twilio';
  readonly text: string;
  readonly at: Date;
  /** False while more of the text may follow. */
  readonly final: boolean;
  readonly interrupted: boolean;
}

/** What a subscriber is told. */
export type CallChange =
  | { readonly type: 'event'; readonly event: CallEvent }
  | { readonly type: 'transcript'; readonly entry: TranscriptEntry };
