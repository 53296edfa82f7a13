import type { AgentConfig } from './agent.ts';

/**
 * Number -> tenant -> agent: all that the voice webhook needs to answer one call.
 *
 * @public
 */
export interface VoiceRoute {
  readonly tenantId: string;
  /** `num_…` */
  readonly numberId: string;
  /** The called number, E.164. */
  readonly phoneNumber: string;
  readonly agent: AgentConfig;
  /** The tenant's own phone (E.164), rung when the agent cannot be reached. */
  readonly recoveryPhone?: string;
  /** True while the number may get calls that are not for the agent; they are shown to `attend` of the source first. */
  readonly attended?: boolean;
}

/**
 * An inbound call, before its agent is connected. Personal data: all but `callSid`.
 *
 * @public
 */
export interface AttendedCall {
  /** `CA…` */
  readonly callSid: string;
  /** E.164, or what the carrier shows for a caller without a number. */
  readonly from: string;
  /** The called number, E.164. */
  readonly to: string;
  /** What the carrier says about the line that forwarded it; a hint at most. */
  readonly forwardedFrom: string | null;
}

/**
 * What becomes of an attended call. `agent`: it is an ordinary call. `reject`: not answered, not billed.
 * `say`: answered with a text, then ended. `hold`: answered in silence for so long, then ended.
 *
 * @public
 */
export type Attendance =
  | { readonly kind: 'agent' }
  | { readonly kind: 'reject' }
  | { readonly kind: 'say'; readonly text: string; readonly language: string }
  | { readonly kind: 'hold'; readonly seconds: number };

/**
 * Where the voice webhook looks routes up. `numberkit.routing` is one.
 *
 * @public
 */
export interface RouteSource {
  /** @param phoneNumber the called number, E.164. Resolves to `undefined` when nobody owns it. */
  lookup(phoneNumber: string): Promise<VoiceRoute | undefined>;
  /**
   * Every route, or the likeliest ones first, for a process that starts: with them it can answer while the store
   * is down. The webhook reads as many as it keeps, then stops.
   */
  warm?(): AsyncIterable<VoiceRoute>;
  /** Asked, within the look-up's deadline, for calls whose route is `attended`. May write. */
  attend?(call: AttendedCall): Promise<Attendance>;
}
