import type { HttpMethod } from './owned-number.ts';

export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled';

export type CallDirection = 'inbound' | 'outbound-api' | 'outbound-dial';

/** The states a call never leaves. */
export const FINAL_CALL_STATUSES: readonly CallStatus[] = [
  'completed',
  'busy',
  'failed',
  'no-answer',
  'canceled',
];

/** One call leg: the Call resource. The call engine creates and moves it; the REST layer shows it. */
export interface Call {
  readonly sid: string;
  readonly parentCallSid: string | null;
  readonly from: string;
  readonly to: string;
  /** The owned number the call came in on or went out from. */
  readonly phoneNumberSid: string | null;
  readonly direction: CallDirection;
  readonly createdAt: Date;
  updatedAt: Date;
  status: CallStatus;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Whole seconds, once ended. */
  durationSeconds: number | null;
  /** What it cost, in micros of `priceUnit`; null while unknown. Shown as a negative decimal string. */
  priceMicros: number | null;
  priceUnit: string;
  answeredBy: string | null;
  forwardedFrom: string | null;
  callerName: string | null;
  queueTimeMs: number;
  trunkSid: string | null;
  groupSid: string | null;
}

export interface CallStore {
  add(call: Call): void;
  bySid(sid: string): Call | undefined;
  remove(sid: string): void;
  /** Newest first. */
  all(): Call[];
  clear(): void;
}

export function createCallStore(): CallStore {
  const calls = new Map<string, Call>();
  return {
    add: (call) => void calls.set(call.sid, call),
    bySid: (sid) => calls.get(sid),
    remove: (sid) => void calls.delete(sid),
    all: () => [...calls.values()].reverse(),
    clear: () => calls.clear(),
  };
}

/** Where a call gets its TwiML from. */
export type CallInstructions =
  | { kind: 'url'; url: string; method: HttpMethod; fallbackUrl: string | null; fallbackMethod: HttpMethod }
  | { kind: 'twiml'; twiml: string }
  | { kind: 'application'; sid: string };

/** A `POST /Calls` whose parameters the REST layer has found valid. */
export interface PlaceCallRequest {
  from: string;
  to: string;
  /** The owned number behind `from`; null for a verified caller id. */
  phoneNumberSid: string | null;
  instructions: CallInstructions;
  statusCallback: string | null;
  statusCallbackMethod: HttpMethod;
  /** Of initiated, ringing, answered, completed; `['completed']` when the request named none. */
  statusCallbackEvents: readonly string[];
  timeoutSeconds: number;
  timeLimitSeconds: number | null;
  sendDigits: string | null;
  machineDetection: string | null;
  record: boolean;
}

/** A `POST /Calls/{Sid}` whose parameters the REST layer has found valid. */
export interface UpdateCallRequest {
  status?: 'canceled' | 'completed';
  instructions?: CallInstructions;
  statusCallback?: string;
  statusCallbackMethod?: HttpMethod;
  timeLimitSeconds?: number;
}

/** PORT: what the REST layer asks of the call engine. */
export interface CallPlacer {
  /** Stores the call as `queued`, returns it at once, and goes on ringing the other side. */
  place(request: PlaceCallRequest): Call;
  /** Ends or redirects a live call. The REST layer has checked that the call is not in a final state. */
  update(call: Call, request: UpdateCallRequest): Promise<Call>;
}
