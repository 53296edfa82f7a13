/**
 * What to do, in order, to turn a forwarding on or off.
 *
 * @public
 */
export interface ForwardingPlan {
  readonly purpose: 'on' | 'off';
  readonly steps: readonly ForwardingStep[];
  /**
   * How sure we are. `official`: the carrier says so. `reported`: others say so. `conflicting`: sources contradict each
   * other. `standard`: nobody says anything about this carrier; it is what the standard says.
   */
  readonly confidence: 'official' | 'reported' | 'conflicting' | 'standard';
  /** Where it is from. */
  readonly source: string;
  /** When that was looked at, `2026-11-22`. */
  readonly checkedOn: string;
}

/**
 * One step of a plan.
 *
 * @public
 */
export type ForwardingStep = DialStep | SettingsStep | AskCarrierStep;

/**
 * Dial a code on the line itself.
 *
 * @public
 */
export interface DialStep {
  readonly kind: 'dial';
  /** The keys in order: `0-9`, `*`, `#`, `,` for "wait for the tone", and `+` (on mobiles: 0, held down). */
  readonly keys: string;
  /** The same, grouped as people read it: `*71 510 555 0142`. */
  readonly shown: string;
  /** Opens the phone's own dialler with the code: `tel:**21*5105550142%23`. */
  readonly tel: string;
  /** How it is sent. `call`: the call button. `lift`: on a desk phone, lift the receiver first. */
  readonly press: 'call' | 'lift';
  /** What the customer hears or sees when the carrier took it. */
  readonly hears: 'tone' | 'beeps' | 'message' | 'our-voice';
  /** It only counts when the number dialled answers, as ours does. */
  readonly mustBeAnswered: boolean;
}

/**
 * Change a setting of the phone or of the carrier's app or page.
 *
 * @public
 */
export interface SettingsStep {
  readonly kind: 'settings';
  /** Names of the menus, outermost first, as they are written on the screen. */
  readonly path: readonly string[];
  /** Address of the page, when it is one. */
  readonly url: string | null;
  /** The number to enter there, as people write it; null when there is nothing to enter. */
  readonly enter: string | null;
}

/**
 * Nothing to dial and no setting is known: the carrier must be asked.
 *
 * @public
 */
export interface AskCarrierStep {
  readonly kind: 'ask-carrier';
  readonly carrierName: string;
  /** The number to name to the carrier, as people write it; null when it is about turning off. */
  readonly enter: string | null;
}
