import { element, type TwimlElement } from './element.ts';

/** Attributes of `<Say>`. */
export interface SayAttributes {
  /** BCP 47 tag, such as `en-US`. */
  readonly language?: string | undefined;
  readonly voice?: string | undefined;
}

/** `<Say>` speaks; Twilio reads at most 4096 characters of one element. */
export function say(text: string, attributes: SayAttributes = {}): TwimlElement<'Say'> {
  return element('Say', { ...attributes }, [text]);
}

/** `<Play>` of keys: `w` is half a second of silence, and answers the call as any sound does. */
export function play(attributes: { readonly digits: string }): TwimlElement<'Play'> {
  return element('Play', { ...attributes });
}

/**
 * `<Pause>` waits in silence. As the first verb it leaves the call ringing for so long.
 * @see https://www.twilio.com/docs/voice/twiml/pause
 */
export function pause(attributes: { readonly length?: number } = {}): TwimlElement<'Pause'> {
  return element('Pause', { ...attributes });
}

/** `<Hangup>` ends the call. */
export function hangup(): TwimlElement<'Hangup'> {
  return element('Hangup');
}

/** `<Reject>` refuses the call without answering it, so that it costs nothing. Must come first. */
export function reject(attributes: { readonly reason?: 'rejected' | 'busy' } = {}): TwimlElement<'Reject'> {
  return element('Reject', { ...attributes });
}

/** `<Redirect>` continues with the TwiML found at `url`. */
export function redirect(
  url: string,
  attributes: { readonly method?: 'GET' | 'POST' } = {},
): TwimlElement<'Redirect'> {
  return element('Redirect', { ...attributes }, [url]);
}

/** Attributes of `<Record>`. */
export interface RecordAttributes {
  readonly action?: string;
  readonly method?: 'GET' | 'POST';
  /** Seconds. */
  readonly maxLength?: number;
  /** Seconds of silence that end the recording. */
  readonly timeout?: number;
  readonly finishOnKey?: string;
  readonly playBeep?: boolean;
}

/** `<Record>` records the caller, then asks `action` what is next. */
export function record(attributes: RecordAttributes = {}): TwimlElement<'Record'> {
  return element('Record', { ...attributes });
}

/** Attributes of `<Dial>`. */
export interface DialAttributes {
  readonly action?: string | undefined;
  readonly method?: 'GET' | 'POST';
  /** Seconds to let it ring. */
  readonly timeout?: number | undefined;
  /** E.164 of a number of the account, or the caller's own. */
  readonly callerId?: string | undefined;
  /** The caller hears ringing until the other side answers. */
  readonly answerOnBridge?: boolean;
}

/** `<Dial>` calls a phone or a SIP address and joins the two. */
export function dial(
  attributes: DialAttributes,
  target: TwimlElement<'Number' | 'Sip'>,
): TwimlElement<'Dial'> {
  return element('Dial', { ...attributes }, [target]);
}

/** `<Number>`: a phone to dial, E.164. */
export function phone(phoneNumber: string): TwimlElement<'Number'> {
  return element('Number', {}, [phoneNumber]);
}

/** `<Sip>`: a SIP address to dial, its headers in the query. */
export function sip(
  uri: string,
  attributes: { readonly username?: string | undefined; readonly password?: string | undefined } = {},
): TwimlElement<'Sip'> {
  return element('Sip', { ...attributes }, [uri]);
}
