import type { OwnedNumber, World } from '../world/index.ts';
import type { Parameters } from './parameters.ts';
import { refusal } from './twilio-error.ts';

/** The part of a number that create and update set alike. */
export type NumberSettings = Partial<
  Pick<
    OwnedNumber,
    | 'friendlyName'
    | 'apiVersion'
    | 'voiceUrl'
    | 'voiceMethod'
    | 'voiceFallbackUrl'
    | 'voiceFallbackMethod'
    | 'voiceApplicationSid'
    | 'voiceCallerIdLookup'
    | 'voiceReceiveMode'
    | 'trunkSid'
    | 'statusCallback'
    | 'statusCallbackMethod'
    | 'smsUrl'
    | 'smsMethod'
    | 'smsFallbackUrl'
    | 'smsFallbackMethod'
    | 'smsApplicationSid'
    | 'addressSid'
    | 'bundleSid'
    | 'identitySid'
  >
>;

const LONGEST_FRIENDLY_NAME = 64;

/** An empty SID clears the setting. */
const clearable = (sid: string | undefined) => (sid === '' ? null : sid);

function readFriendlyName(form: Parameters): string | undefined {
  const name = form.filled('FriendlyName');
  if (name !== undefined && name.length > LONGEST_FRIENDLY_NAME) {
    throw refusal(20002, `FriendlyName is longer than ${LONGEST_FRIENDLY_NAME} characters`);
  }
  return name;
}

function readReceiveMode(form: Parameters): 'voice' | 'fax' | undefined {
  const mode = form.filled('VoiceReceiveMode');
  if (mode === undefined || mode === 'voice' || mode === 'fax') return mode;
  throw refusal(20001, `VoiceReceiveMode must be voice or fax: ${mode}`);
}

/** An address the account has, null to clear, undefined when not mentioned. */
export function readAddressSid(form: Parameters, name: string, world: World): string | null | undefined {
  const sid = clearable(form.sid(name, 'AD', 21631));
  if (typeof sid === 'string' && world.addresses.bySid(sid) === undefined) {
    throw refusal(21631, `${name} is not an address of this account: ${sid}`);
  }
  return sid;
}

/** Reads the settings a request mentions; a setting it leaves out is absent from the answer. */
export function readNumberSettings(form: Parameters, world: World): NumberSettings {
  const settings = {
    friendlyName: readFriendlyName(form),
    apiVersion: form.filled('ApiVersion'),
    voiceUrl: form.url('VoiceUrl'),
    voiceMethod: form.method('VoiceMethod'),
    voiceFallbackUrl: form.url('VoiceFallbackUrl'),
    voiceFallbackMethod: form.method('VoiceFallbackMethod'),
    voiceApplicationSid: clearable(form.sid('VoiceApplicationSid', 'AP', 21420)),
    voiceCallerIdLookup: form.flag('VoiceCallerIdLookup'),
    voiceReceiveMode: readReceiveMode(form),
    trunkSid: clearable(form.sid('TrunkSid', 'TK')),
    statusCallback: form.url('StatusCallback'),
    statusCallbackMethod: form.method('StatusCallbackMethod'),
    smsUrl: form.url('SmsUrl'),
    smsMethod: form.method('SmsMethod'),
    smsFallbackUrl: form.url('SmsFallbackUrl'),
    smsFallbackMethod: form.method('SmsFallbackMethod'),
    smsApplicationSid: clearable(form.sid('SmsApplicationSid', 'AP', 21420)),
    addressSid: readAddressSid(form, 'AddressSid', world),
    bundleSid: clearable(form.sid('BundleSid', 'BU', 21649)),
    identitySid: clearable(form.sid('IdentitySid', 'RI', 21650)),
  };
  const mentioned = Object.entries(settings).filter(([, value]) => value !== undefined);
  // Object.fromEntries forgets the names; only entries without a value were taken out.
  return Object.fromEntries(mentioned) as NumberSettings;
}

/** Puts settings on a number, with the side effects Twilio documents. Refuses before it changes anything. */
export function applyNumberSettings(number: OwnedNumber, settings: NumberSettings, now: Date): void {
  const next = { ...number, ...settings };
  if (next.voiceFallbackUrl !== '' && next.voiceUrl === '' && settings.voiceFallbackUrl !== undefined) {
    throw refusal(21405, 'Cannot set VoiceFallbackUrl without setting VoiceUrl');
  }
  if (next.smsFallbackUrl !== '' && next.smsUrl === '' && settings.smsFallbackUrl !== undefined) {
    throw refusal(21406, 'Cannot set SmsFallbackUrl without setting SmsUrl');
  }
  Object.assign(number, settings);
  // A trunk and a voice application exclude each other; the one set last stays, the trunk when both are.
  if (typeof settings.trunkSid === 'string') number.voiceApplicationSid = null;
  else if (typeof settings.voiceApplicationSid === 'string') number.trunkSid = null;
  number.updatedAt = now;
}
