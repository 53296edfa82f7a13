import type { CarrierQuirks, LineKind } from '../world/index.ts';
import type { Switch } from './switch.ts';

/** Countries whose carriers the simulator knows, and `ZZ` for all others. */
export type LineCountry = 'US' | 'CA' | 'GB' | 'AU' | 'ZZ';

/** Twilio Lookup's words for a kind of line. */
export type LookUpType = 'mobile' | 'landline' | 'fixedVoip' | 'nonFixedVoip';

/** How a carrier serves one kind of line. */
export interface Service {
  /** Absent: no codes at all, only settings. */
  readonly codes?: Switch;
  readonly quirks?: Partial<CarrierQuirks>;
  /** Default: by the kind of line. */
  readonly lookUpType?: LookUpType;
}

/** A telephone company. */
export interface Carrier {
  readonly name: string;
  readonly country: LineCountry;
  readonly services: Readonly<Partial<Record<LineKind, Service>>>;
  /** What Twilio Lookup calls it. Default: its name. */
  readonly lookUpName?: string;
  /** Other names people use. */
  readonly also?: readonly string[];
}
