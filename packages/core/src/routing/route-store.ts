import type { VoiceRoute } from '@numberkit/contract';

/** PORT: the one read of the hot path. */
export interface RouteStore {
  /**
   * The route of the assigned number with this E.164, in one query (numbers joined with tenants by blind index).
   * `undefined` when nobody owns it or its tenant has no agent.
   */
  lookup(phoneNumber: string): Promise<VoiceRoute | undefined>;
}
