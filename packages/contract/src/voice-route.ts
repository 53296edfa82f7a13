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
}

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
}
