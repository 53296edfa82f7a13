import { type Fields, field, wholeNumberField } from '../request/index.ts';

/**
 * One report about a call's progress. Personal data: `from`, `to` and `forwardedFrom`.
 * Reports come at most once each in theory, in any order in practice; `callSid` and `status` name one.
 * @see https://www.twilio.com/docs/voice/twiml#callstatus-values
 */
export interface CallStatusEvent {
  /** `CA…` */
  readonly callSid: string;
  /** `AC…` */
  readonly accountSid: string;
  /** `completed`, `busy`, `no-answer`, `failed`, `canceled`, or one of those before the end. */
  readonly status: string;
  /** E.164, `client:…`, `sip:…`, or `anonymous`. */
  readonly from: string;
  /** The called number, E.164. */
  readonly to: string;
  /** `inbound`, `outbound-api` or `outbound-dial`. */
  readonly direction: string;
  readonly forwardedFrom: string | null;
  /** The call this one was dialled from. */
  readonly parentCallSid: string | null;
  /** Whole seconds; null before the end. */
  readonly durationSeconds: number | null;
  /** Minutes Twilio bills, rounded up; null before the end. */
  readonly billedMinutes: number | null;
  /** From 0; later reports of a call have higher numbers. */
  readonly sequenceNumber: number | null;
  /** When it happened, ISO 8601 UTC; null when Twilio did not say. */
  readonly timestamp: string | null;
  readonly sipResponseCode: number | null;
}

/** Reads a status callback; undefined when it names no call or no status. */
export function readCallStatus(fields: Fields): CallStatusEvent | undefined {
  const callSid = field(fields, 'CallSid');
  const status = field(fields, 'CallStatus');
  if (callSid === undefined || status === undefined) {
    return undefined;
  }
  return {
    callSid,
    accountSid: field(fields, 'AccountSid') ?? '',
    status,
    from: field(fields, 'From') ?? '',
    to: field(fields, 'To') ?? '',
    direction: field(fields, 'Direction') ?? '',
    forwardedFrom: field(fields, 'ForwardedFrom') ?? null,
    parentCallSid: field(fields, 'ParentCallSid') ?? null,
    durationSeconds: wholeNumberField(fields, 'CallDuration') ?? null,
    billedMinutes: wholeNumberField(fields, 'Duration') ?? null,
    sequenceNumber: wholeNumberField(fields, 'SequenceNumber') ?? null,
    timestamp: toIso(field(fields, 'Timestamp')),
    sipResponseCode: wholeNumberField(fields, 'SipResponseCode') ?? null,
  };
}

/** Twilio writes RFC 2822 dates. */
function toIso(text: string | undefined): string | null {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
