import type { CarrierMethod, CarrierNumber, EmergencyAddress, NumberSettings } from '../carrier.ts';
import { asRecord, dateOrNull, textOrNull } from './read-body.ts';

/** An IncomingPhoneNumber resource as a number of ours; `undefined` when it is not one. */
export function readOwnedNumber(resource: unknown): CarrierNumber | undefined {
  const fields = asRecord(resource);
  const sid = textOrNull(fields?.sid);
  const phoneNumber = textOrNull(fields?.phone_number);
  if (!fields || !sid?.startsWith('PN') || !phoneNumber?.startsWith('+')) return undefined;
  return {
    sid,
    phoneNumber,
    tag: textOrNull(fields.friendly_name) ?? '',
    voiceUrl: textOrNull(fields.voice_url),
    voiceMethod: readMethod(fields.voice_method),
    voiceFallbackUrl: textOrNull(fields.voice_fallback_url),
    voiceFallbackMethod: readMethod(fields.voice_fallback_method),
    statusCallback: textOrNull(fields.status_callback),
    statusCallbackMethod: readMethod(fields.status_callback_method),
    trunkSid: textOrNull(fields.trunk_sid),
    applicationSid: textOrNull(fields.voice_application_sid),
    type: readType(fields.type),
    createdAt: dateOrNull(fields.date_created),
    emergencyAddress: readEmergencyAddress(fields),
  };
}

function readMethod(value: unknown): CarrierMethod | null {
  const method = textOrNull(value)?.toUpperCase();
  return method === 'GET' || method === 'POST' ? method : null;
}

/** The field is young (February 2026), and its spelling of toll-free differs from place to place. */
function readType(value: unknown): CarrierNumber['type'] {
  const type = textOrNull(value)?.toLowerCase().replace(/[ _]/g, '-');
  if (type === 'tollfree') return 'toll-free';
  return type === 'local' || type === 'toll-free' ? type : null;
}

/**
 * Only `unregistered` and a failed registration let a number go; a failed clearing leaves the address where it was.
 * Source: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource (EmergencyAddressStatus)
 */
function readEmergencyAddress(fields: Readonly<Record<string, unknown>>): EmergencyAddress {
  const status = textOrNull(fields.emergency_address_status);
  if (status === 'pending-unregistration') return 'clearing';
  if (status === 'unregistered' || status === 'registration-failure') return 'none';
  if (status !== null) return 'registered';
  return textOrNull(fields.emergency_address_sid) === null ? 'none' : 'registered';
}

/**
 * The form fields that point a number at our webhook. A trunk or an application would silently win over VoiceUrl
 * (TrunkSid > VoiceApplicationSid > VoiceUrl, https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource),
 * and buying a number that the account owns already keeps them: so both are cleared each time. What is not given
 * is cleared too, so that the number is as the settings say and not a mixture.
 */
export function settingsForm(settings: NumberSettings): Record<string, string> {
  return {
    VoiceUrl: settings.voiceUrl,
    VoiceMethod: 'POST',
    VoiceFallbackUrl: settings.voiceFallbackUrl ?? '',
    VoiceFallbackMethod: 'POST',
    StatusCallback: settings.statusCallback ?? '',
    StatusCallbackMethod: 'POST',
    VoiceApplicationSid: '',
    TrunkSid: '',
  };
}
