import type { ForwardingCondition, ForwardingPlan, LineKind } from '@numberkit/contract';

/**
 * One carrier and what its lines forward by. A file of `dial-codes/carriers` holds one; a host adds its own or
 * replaces ours by naming the same `id`. docs/dial-codes.md explains every field.
 */
export interface CarrierEntry {
  /** `us-verizon`: country and name, kebab-case. */
  readonly id: string;
  /** As its customers call it. */
  readonly name: string;
  /** ISO 3166 alpha-2; null: any country that has no entry of its own. */
  readonly country: string | null;
  /** Stands for every carrier of the country that is not listed. */
  readonly standard?: true;
  /** As line look-ups name it; capitals and punctuation do not matter. */
  readonly aliases: readonly string[];
  /** One for each kind of line, the most usual first. */
  readonly lines: readonly LineEntry[];
}

/** How lines of one kind forward. What is said here holds for each way that does not say otherwise. */
export interface LineEntry extends Evidence {
  readonly kind: LineKind;
  readonly network: LineNetwork;
  /** How our number is dialled in the codes. Default `national`. */
  readonly number?: NumberFormat;
  /** What is heard or seen when the carrier took a code. Default `message`. */
  readonly hears?: 'tone' | 'beeps' | 'message';
  /** A code to turn on counts only when the number dialled answers. Default false. */
  readonly answered?: boolean;
  /** The ways known for each condition, the most trusted first. A condition that is missing cannot be had. */
  readonly ways: Readonly<Partial<Record<ForwardingCondition, readonly Way[]>>>;
}

/** `gsm`: codes of the mobile standard. `cdma`: star codes on a mobile. `copper`, `cable`: fixed lines. `app`: none. */
export type LineNetwork = 'gsm' | 'cdma' | 'copper' | 'cable' | 'app';

/**
 * `national`: as dialled inside the country, ten digits in North America, with the leading 0 elsewhere.
 * `long-distance`: with the leading 1 in North America, else as `national`. `international`: `+` and the country's code.
 */
export type NumberFormat = 'national' | 'long-distance' | 'international';

/** Where something is from, and how far it is to be trusted. */
export interface Evidence {
  readonly confidence: ForwardingPlan['confidence'];
  /** Addresses, the best first. */
  readonly sources: readonly string[];
  /** The day they were looked at, `2026-11-22`. */
  readonly checkedOn: string;
}

/** One way to turn a forwarding on and off. */
export type Way = CodeWay | SettingsWay | AskWay;

/**
 * A code to dial: digits, `*`, `#`, `,` for "wait for the tone" and `{number}` for ours.
 */
export interface CodeWay extends Partial<Evidence> {
  readonly kind: 'dial';
  /** `**21*{number}#` */
  readonly on: string;
  /** `##21#` */
  readonly off: string;
  /** Tells whether it is on, `*#21#`. */
  readonly query?: string;
  /** The same as `on` with how long the line rings first: `**61*{number}*11*{seconds}#`. */
  readonly ringTime?: RingTime;
  readonly number?: NumberFormat;
  readonly hears?: 'tone' | 'beeps' | 'message';
  readonly answered?: boolean;
}

/** A code with `{seconds}`, and which seconds it takes. */
export interface RingTime {
  readonly on: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** A setting of the phone, or of the carrier's app or page. */
export interface SettingsWay extends Partial<Evidence> {
  readonly kind: 'settings';
  /** Names of the menus, outermost first. */
  readonly path: readonly string[];
  /** The page, when it is one. */
  readonly url?: string;
}

/** Only the carrier can do it. */
export interface AskWay extends Partial<Evidence> {
  readonly kind: 'ask-carrier';
}
