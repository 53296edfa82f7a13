/** What kind of line it is, as its owner would say. `app` lives in a program and has settings instead of codes. */
export type LineKind = 'mobile' | 'landline' | 'app';

/** One condition under which a line sends its calls on. */
export type ForwardPart = 'all' | 'busy' | 'no-answer' | 'unreachable';

/** Every part, in the order people think of them. */
export const FORWARD_PARTS: readonly ForwardPart[] = ['all', 'busy', 'no-answer', 'unreachable'];

/**
 * What happens at a line that is called and does not forward. `answers`: a person. `voicemail`: nobody, and then the
 * carrier's machine. `rings-out`: nobody at all. `unreachable`: switched off.
 */
export type LineBehaviour = 'answers' | 'busy' | 'rings-out' | 'voicemail' | 'unreachable';

/**
 * Why calls of the account never get to a line. `geo-permission` and `blocklist`: Twilio refuses the request.
 * `declined` and `unwanted`: the line's carrier refuses the call, with SIP 603 and 607.
 */
export type LineBlock = 'geo-permission' | 'blocklist' | 'declined' | 'unwanted';

/** A number somebody registered for a condition; `active: false` keeps it for later. */
export interface LineForward {
  /** E.164. */
  readonly to: string;
  readonly active: boolean;
  /** How long the line rings first; null leaves it to the carrier. Only for `no-answer`. */
  readonly ringSeconds: number | null;
}

/** Something the handset showed, or the ear at it heard. */
export interface Heard {
  readonly kind: 'dial-tone' | 'two-beeps' | 'fast-busy' | 'message' | 'call';
  readonly text: string;
}

/** How a destination may be dialled. `national`: 10 digits (+1 only). `trunk`: with 1 or 0 before. */
export type DestinationFormat = 'national' | 'trunk' | 'plus' | 'international';

/** What a carrier does differently from the next. */
export interface CarrierQuirks {
  /** Whom a forwarded call shows: its caller, or the line. */
  readonly caller: 'kept' | 'line';
  /** What ForwardedFrom holds: the line, nothing, or (as seen in the field) the number that was called last. */
  readonly forwardedFrom: 'line' | 'absent' | 'called';
  /** Parts whose activation rings the destination and only counts when that answers. */
  readonly mustAnswer: readonly ForwardPart[];
  /** How long the answered activation call has to last. */
  readonly answerSeconds: number;
  /** The same code dialled again within this time counts without an answer. 0: never. */
  readonly repeatSeconds: number;
  /** Codes that are refused although the switch knows them, such as `*71`: not part of the plan. */
  readonly refusedCodes: readonly string[];
  readonly destinations: readonly DestinationFormat[];
  /** How long the line rings before it forwards for want of an answer, or its voicemail comes. */
  readonly ringSeconds: number;
  /** Parts for which a line with voicemail never forwards: the voicemail comes first. */
  readonly voicemailFirst: readonly ForwardPart[];
  /** Parts that a line with voicemail cannot activate. */
  readonly voicemailBlocks: readonly ForwardPart[];
}

/** A phone line of somebody's, on a carrier. */
export interface Line {
  /** E.164. */
  readonly phoneNumber: string;
  /** The carrier's name. One the simulator does not know follows the standard of its country and kind. */
  readonly carrier: string;
  readonly kind: LineKind;
  readonly behaviour: LineBehaviour;
  /** How long it rings before the person answers. */
  readonly answerSeconds: number;
  /** What the person says first. */
  readonly says: string;
  readonly blocked: LineBlock | null;
  /** Where this line differs from its carrier's others. */
  readonly quirks: Partial<CarrierQuirks>;
  readonly forwards: Readonly<Partial<Record<ForwardPart, LineForward>>>;
  /** What the handset got to hear since something was last dialled. */
  readonly heard: readonly Heard[];
  /** A code that was dialled without its number, after which a dial tone waits for it. */
  readonly awaiting: string | null;
  /** An activation whose call was not answered. */
  readonly unanswered: UnansweredActivation | null;
}

/** An activation that did not count, and will when it is repeated in time. */
export interface UnansweredActivation {
  readonly parts: readonly ForwardPart[];
  readonly to: string;
  readonly at: Date;
}
