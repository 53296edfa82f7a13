/**
 * Which calls to the existing line are sent on. `unanswered`: busy, no answer and unreachable together, so that the
 * line rings first.
 *
 * @public
 */
export type ForwardingCondition = 'all' | 'unanswered' | 'busy' | 'no-answer' | 'unreachable';

/**
 * What kind of line it is, as its owner would say. `app`: it lives in a program (Google Voice, RingCentral) and has
 * settings instead of codes.
 *
 * @public
 */
export type LineKind = 'mobile' | 'landline' | 'app';

/**
 * The tenant's own line.
 *
 * @public
 */
export interface ExistingLine {
  /** E.164. */
  readonly phoneNumber: string;
  /** As people of its country write it. */
  readonly display: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
}

/**
 * A carrier to choose from.
 *
 * @public
 */
export interface CarrierChoice {
  /** Such as `us-verizon`. */
  readonly id: string;
  readonly name: string;
  readonly lines: readonly LineChoice[];
}

/**
 * One kind of line of a carrier, and the conditions it can forward on.
 *
 * @public
 */
export interface LineChoice {
  readonly kind: LineKind;
  readonly conditions: readonly ForwardingCondition[];
}

/**
 * Body of `POST check-line`.
 *
 * @public
 */
export interface CheckLineRequest {
  /** However people write it. */
  readonly existingLine: string;
}

/**
 * Answer of `POST check-line`: the line as we understood it, and what to choose from.
 *
 * @public
 */
export interface CheckLineResponse {
  readonly existingLine: ExistingLine;
  /** Carriers of its country, the standard last. */
  readonly carriers: readonly CarrierChoice[];
  /** What a look-up says, where the host enabled it and it knew; else null. */
  readonly suggestion: { readonly carrierId: string; readonly lineKind: LineKind } | null;
}
