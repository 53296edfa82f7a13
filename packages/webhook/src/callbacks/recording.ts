import { type Fields, field, wholeNumberField } from '../request/index.ts';

/** A voicemail was left. Personal data: `from`, `to`, and the recording behind `recordingUrl`. */
export interface RecordingEvent {
  /** `CA…` */
  readonly callSid: string;
  /** `AC…` */
  readonly accountSid: string;
  /** `RE…`; null when Twilio did not name it. */
  readonly recordingSid: string | null;
  /** Where the audio is; fetching it may need the account's credentials. */
  readonly recordingUrl: string;
  /** Whole seconds. */
  readonly durationSeconds: number | null;
  /** E.164, `client:…`, `sip:…`, or `anonymous`. */
  readonly from: string;
  /** The called number, E.164: look up by it whose voicemail this is. */
  readonly to: string;
}

/** Reads what Twilio posts when a recording ends; undefined when there is no recording. */
export function readRecording(fields: Fields): RecordingEvent | undefined {
  const recordingUrl = field(fields, 'RecordingUrl');
  if (recordingUrl === undefined) {
    return undefined;
  }
  return {
    callSid: field(fields, 'CallSid') ?? '',
    accountSid: field(fields, 'AccountSid') ?? '',
    recordingSid: field(fields, 'RecordingSid') ?? null,
    recordingUrl,
    durationSeconds: wholeNumberField(fields, 'RecordingDuration') ?? null,
    from: field(fields, 'From') ?? '',
    to: field(fields, 'To') ?? '',
  };
}
