import type { AddressRequirement, Capabilities, NumberType } from './stock-number.ts';

export type HttpMethod = 'GET' | 'POST';

export type EmergencyAddressStatus =
  | 'registered'
  | 'unregistered'
  | 'pending-registration'
  | 'registration-failure'
  | 'pending-unregistration'
  | 'unregistration-failure';

/** A number the account owns: the IncomingPhoneNumber resource. Unset URLs are empty strings. */
export interface OwnedNumber {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly isoCountry: string;
  readonly type: NumberType;
  readonly capabilities: Capabilities;
  readonly addressRequirements: AddressRequirement;
  readonly beta: boolean;
  readonly createdAt: Date;
  updatedAt: Date;
  friendlyName: string;
  voiceUrl: string;
  voiceMethod: HttpMethod;
  voiceFallbackUrl: string;
  voiceFallbackMethod: HttpMethod;
  voiceApplicationSid: string | null;
  voiceCallerIdLookup: boolean;
  voiceReceiveMode: 'voice' | 'fax';
  trunkSid: string | null;
  statusCallback: string;
  statusCallbackMethod: HttpMethod;
  smsUrl: string;
  smsMethod: HttpMethod;
  smsFallbackUrl: string;
  smsFallbackMethod: HttpMethod;
  smsApplicationSid: string | null;
  apiVersion: string;
  addressSid: string | null;
  bundleSid: string | null;
  identitySid: string | null;
  emergencyAddressSid: string | null;
  emergencyAddressStatus: EmergencyAddressStatus;
}

/** Who answers a call to a number: Twilio ignores the later ones when an earlier one is set. */
export type VoiceRoute =
  | { kind: 'trunk'; sid: string }
  | { kind: 'application'; sid: string }
  | { kind: 'url'; url: string; method: HttpMethod }
  | { kind: 'none' };

/** TrunkSid outranks VoiceApplicationSid, which outranks VoiceUrl. */
export function voiceRouteOf(number: OwnedNumber): VoiceRoute {
  if (number.trunkSid !== null) return { kind: 'trunk', sid: number.trunkSid };
  if (number.voiceApplicationSid !== null) return { kind: 'application', sid: number.voiceApplicationSid };
  if (number.voiceUrl !== '') return { kind: 'url', url: number.voiceUrl, method: number.voiceMethod };
  return { kind: 'none' };
}
