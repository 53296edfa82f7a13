import type { VoiceRoute } from '@numberkit/contract';

/** PORT: the one read of the hot path. */
export interface RouteStore {
  /**
   * The route of the assigned number with this E.164, in one query (numbers joined with tenants by blind index); in a
   * second one for a tenant that has changed, where an engine's first reads only whether it has.
   * `undefined` when nobody owns it or its tenant has no agent.
   * @param now with it, a route whose number is attended later than this says so; without, none does.
   */
  lookup(phoneNumber: string, now?: Date): Promise<VoiceRoute | undefined>;
}
