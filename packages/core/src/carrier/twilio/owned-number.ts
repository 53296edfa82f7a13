import type { CarrierNumber, NumberSettings } from '../carrier.ts';
import { asRecord, textOrNull } from './read-body.ts';

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
    voiceFallbackUrl: textOrNull(fields.voice_fallback_url),
    statusCallback: textOrNull(fields.status_callback),
    trunkSid: textOrNull(fields.trunk_sid),
    applicationSid: textOrNull(fields.voice_application_sid),
  };
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
