import { render, type TwimlElement } from './element.ts';

/** The largest TwiML document Twilio accepts, in bytes (error 11750 above it). */
export const MAX_TWIML_BYTES = 65_536;

/** The verbs a TwiML document may hold. */
export type Verb = TwimlElement<
  'Say' | 'Play' | 'Pause' | 'Hangup' | 'Reject' | 'Redirect' | 'Record' | 'Dial' | 'Connect'
>;

const encoder = new TextEncoder();

/**
 * Writes a whole TwiML document. Nothing stands before the XML declaration, as Twilio demands (error 12100).
 * Throws `RangeError` when the document is larger than {@link MAX_TWIML_BYTES}.
 */
export function response(...verbs: readonly Verb[]): string {
  const body = verbs.map(render).join('');
  return assertSize(`<?xml version="1.0" encoding="UTF-8"?><Response>${body}</Response>`);
}

/** Returns `document` unchanged, or throws `RangeError` when it is too large for Twilio. */
export function assertSize(document: string): string {
  // UTF-8 takes at most three bytes per UTF-16 unit, so short documents need no counting.
  if (document.length * 3 <= MAX_TWIML_BYTES) {
    return document;
  }
  const size = encoder.encode(document).length;
  if (size > MAX_TWIML_BYTES) {
    throw new RangeError(
      `TwiML: ${size} bytes, Twilio accepts ${MAX_TWIML_BYTES}. Shorten texts or parameters.`,
    );
  }
  return document;
}
