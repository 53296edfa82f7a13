import { type Fields, field } from './form.ts';

/** What Twilio tells about a call. Personal data: never log it. */
export interface VoiceCall {
  /** `CA…`; empty when Twilio sent none. */
  readonly callSid: string;
  /** `AC…`; empty when Twilio sent none. */
  readonly accountSid: string;
  /** E.164, `client:…`, `sip:…`, or `anonymous`. */
  readonly from: string;
  /** The called number, E.164. */
  readonly to: string;
  readonly direction: string;
  readonly callStatus: string;
  /** Who forwarded the call, if the carrier said so. A hint at most: often absent, sometimes wrong. */
  readonly forwardedFrom: string | undefined;
  /** STIR/SHAKEN verdict, such as `TN-Validation-Passed-A`. */
  readonly stirVerstat: string | undefined;
}

/** Reads the call out of the request parameters. Twilio adds parameters without notice; others are ignored. */
export function readCall(fields: Fields): VoiceCall {
  return {
    callSid: field(fields, 'CallSid') ?? '',
    accountSid: field(fields, 'AccountSid') ?? '',
    from: field(fields, 'From') ?? '',
    to: field(fields, 'To') ?? '',
    direction: field(fields, 'Direction') ?? '',
    callStatus: field(fields, 'CallStatus') ?? '',
    forwardedFrom: field(fields, 'ForwardedFrom'),
    stirVerstat: field(fields, 'StirVerstat'),
  };
}

const E164 = /^\+[1-9]\d{1,14}$/;

/** Is it a phone number in E.164, and not `client:…`, `sip:…`, `anonymous`? */
export function isE164(value: string | undefined): value is string {
  return value !== undefined && E164.test(value);
}

/**
 * Did another line forward this call to us? Carriers may leave the field out, and some fill it with the called
 * number on direct calls, so "yes" is fairly sure and "no" is not.
 */
export function isForwarded({ forwardedFrom, to }: VoiceCall): boolean {
  return forwardedFrom !== undefined && !sameLine(forwardedFrom, to);
}

/** Carriers write `ForwardedFrom` in several ways, with and without country code: the last ten digits decide. */
export function sameLine(left: string, right: string): boolean {
  const [a, b] = [digits(left), digits(right)];
  if (a.length < 10 || b.length < 10) {
    return a !== '' && a === b;
  }
  return a.endsWith(b) || b.endsWith(a);
}

function digits(value: string): string {
  // `client:` and `sip:` names may hold digits that are no phone number.
  return /^[+\d\s().-]*$/.test(value) ? value.replace(/\D/g, '') : '';
}
