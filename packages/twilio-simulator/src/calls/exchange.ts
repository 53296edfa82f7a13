import type { CallLeg, LegDetails } from './call-leg.ts';
import type { CallNetwork } from './call-network.ts';
import type { TwimlSource } from './twiml-source.ts';

/** A call coming in on a number of the account. */
export interface IncomingCall {
  readonly from: string;
  readonly to: string;
  readonly forwardedFrom?: string | null;
  readonly callerName?: string | null;
  readonly stirVerstat?: string | undefined;
  readonly hops?: number;
}

/** The network with its switchboard: how one call leads to another. */
export interface Exchange extends CallNetwork {
  /** A new leg, known to whoever lists calls. */
  openLeg(details: LegDetails): CallLeg;
  /** Executes documents on a leg without ending it afterwards. */
  execute(leg: CallLeg, source: TwimlSource): Promise<void>;
  /** Lets a number of the account ring and goes on with it by itself. */
  receive(incoming: IncomingCall): CallLeg;
}
