import type { Round } from '../run-round.ts';

/** Both servers answer a claim here. */
export const CLAIM_PATH = '/api/twilio/claim-number';

/** What a server process is told, as its one argument, in JSON. */
export interface ServerSetup {
  readonly url: string;
  readonly schema: string;
  readonly connections: number;
  /** How many tenants get a token. */
  readonly tenants: number;
}

/** What a server process says when it is ready. */
export interface ServerReady {
  readonly origin: string;
  /** One per tenant: who sends it is let in. */
  readonly tokens: readonly string[];
}

/** What a server process says when it is asked, with any message. */
export interface ServerCount {
  readonly carrierCalls: number;
}

/** One round for the process that plays the clients; it answers a {@link Round}. */
export interface LoadOrder {
  readonly name: string;
  readonly origin: string;
  readonly tokens: readonly string[];
  /** Makes the idempotency keys of this round new. */
  readonly round: string;
}

/** @see LoadOrder */
export type LoadAnswer = Round;
