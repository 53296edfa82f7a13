import type { Ids, World } from '../world/index.ts';
import type { OutsidePhones } from './outside-phones.ts';
import type { SendRequest } from './send-request.ts';

/** City, state, postal code and country of a phone number; empty where unknown. */
export interface Geography {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
}

/** What every part of a call needs of its surroundings. */
export interface CallNetwork {
  readonly world: World;
  readonly ids: Ids;
  readonly send: SendRequest;
  readonly phones: OutsidePhones;
  /** `ws://` to other machines, which Twilio refuses; to this machine it is always allowed. */
  readonly allowInsecureWebSocket: boolean;
  readonly geographyOf: (phoneNumber: string) => Geography;
}
