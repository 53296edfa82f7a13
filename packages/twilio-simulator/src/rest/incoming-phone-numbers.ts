import type { NumberType, OwnedNumber } from '../world/index.ts';
import { rfc2822 } from './date.ts';
import { applyEmergencyAddress, blocksRelease, readEmergencyAddress } from './emergency-address.ts';
import { applyNumberSettings, readNumberSettings } from './number-settings.ts';
import { pageOf } from './page.ts';
import { type PurchaseType, purchaseNumber } from './purchase-number.ts';
import { created, ok, type Reply, type RestContext, type Route } from './route.ts';
import { testPurchase } from './test-purchase.ts';
import { notFound, TwilioError } from './twilio-error.ts';

const LIST = '/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers';

/** Console lets an owner take a released number back for ten days; the API answers 21422 meanwhile. */
const REST_AFTER_RELEASE_MS = 10 * 24 * 60 * 60 * 1000;

function showNumber(number: OwnedNumber, { accountSid }: RestContext) {
  return {
    account_sid: accountSid,
    address_sid: number.addressSid,
    address_requirements: number.addressRequirements,
    api_version: number.apiVersion,
    beta: number.beta,
    capabilities: number.capabilities,
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    friendly_name: number.friendlyName,
    identity_sid: number.identitySid,
    phone_number: number.phoneNumber,
    origin: 'twilio',
    sid: number.sid,
    sms_application_sid: number.smsApplicationSid ?? '',
    sms_fallback_method: number.smsFallbackMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_method: number.smsMethod,
    sms_url: number.smsUrl,
    status_callback: number.statusCallback,
    status_callback_method: number.statusCallbackMethod,
    trunk_sid: number.trunkSid,
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_receive_mode: number.voiceReceiveMode,
    voice_application_sid: number.voiceApplicationSid ?? '',
    voice_caller_id_lookup: number.voiceCallerIdLookup,
    voice_fallback_method: number.voiceFallbackMethod,
    voice_fallback_url: number.voiceFallbackUrl || null,
    voice_method: number.voiceMethod,
    voice_url: number.voiceUrl || null,
    emergency_status: number.emergencyAddressStatus === 'registered' ? 'Active' : 'Inactive',
    emergency_address_sid: number.emergencyAddressSid,
    emergency_address_status: number.emergencyAddressStatus,
    bundle_sid: number.bundleSid,
    status: 'in-use',
    type: number.type.replace(' ', '-'),
  };
}

function ownedOf(context: RestContext): OwnedNumber {
  const number = context.world.numbers.bySid(context.path.Sid ?? '');
  if (number === undefined) throw notFound(context.pathname);
  return number;
}

/** "You can specify partial numbers and use '*' as a wildcard for any digit." */
function partialMatch(wanted: string): (phoneNumber: string) => boolean {
  const source = wanted
    .replace(/[^0-9*+]/g, '')
    .replace(/\+/g, '\\+')
    .replace(/\*/g, '\\d');
  const expression = new RegExp(source);
  return (phoneNumber) => expression.test(phoneNumber);
}

function list(context: RestContext, type: NumberType | 'mobile' | undefined): Reply {
  const { query, world } = context;
  const matches = partialMatch(query.filled('PhoneNumber') ?? '');
  const friendlyName = query.filled('FriendlyName');
  const beta = query.flag('Beta');
  const origin = query.filled('Origin');
  const found = world.numbers.all().filter(
    (number) =>
      matches(number.phoneNumber) &&
      (friendlyName === undefined || number.friendlyName === friendlyName) &&
      // `Beta` includes numbers new to the platform; only false restricts.
      (beta !== false || !number.beta) &&
      (origin === undefined || origin === 'twilio') &&
      (type === undefined || number.type === type),
  );
  return ok(pageOf(context, 'incoming_phone_numbers', found, (number) => showNumber(number, context)));
}

const buy =
  (type: PurchaseType) =>
  (context: RestContext): Reply =>
    created(showNumber(context.test ? testPurchase(context) : purchaseNumber(context, type), context));

function update(context: RestContext): Reply {
  const number = ownedOf(context);
  const { form, world } = context;
  if (form.filled('AccountSid') !== undefined && form.filled('AccountSid') !== context.accountSid) {
    throw new TwilioError(
      404,
      20404,
      'Transfer between accounts is not implemented by the simulator: COVERAGE.md',
    );
  }
  const settings = readNumberSettings(form, world);
  const emergencyAddress = readEmergencyAddress(form, world);
  applyNumberSettings(number, settings, world.clock.now());
  applyEmergencyAddress(number, emergencyAddress, world);
  return ok(showNumber(number, context));
}

function release(context: RestContext): Reply {
  const number = ownedOf(context);
  const { numbers, clock } = context.world;
  if (blocksRelease(number)) {
    // The code of this refusal is not in the public dictionary; 20009 is the nearest there.
    throw new TwilioError(
      400,
      20009,
      'The emergency address must be unregistered before the number is released',
    );
  }
  numbers.remove(number.sid);
  numbers.markResting(number.phoneNumber, new Date(clock.now().getTime() + REST_AFTER_RELEASE_MS));
  return { status: 204 };
}

function subtype(name: string, type: NumberType | 'mobile'): Route[] {
  const template = `${LIST}/${name}.json`;
  const note = type === 'mobile' ? 'No US or Canadian number is of this type: empty, or 21458.' : '';
  return [
    { method: 'GET', template, note, handle: (context) => list(context, type) },
    { method: 'POST', template, note, handle: buy(type) },
  ];
}

export const incomingPhoneNumberRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: `${LIST}.json`,
    allowsTest: true,
    note: 'Buying an owned number answers 201 and overwrites. Every well-formed BundleSid counts as approved.',
    handle: buy('any'),
  },
  { method: 'GET', template: `${LIST}.json`, handle: (context) => list(context, undefined) },
  ...subtype('Local', 'local'),
  ...subtype('TollFree', 'toll free'),
  ...subtype('Mobile', 'mobile'),
  {
    method: 'GET',
    template: `${LIST}/{Sid}.json`,
    handle: (context) => ok(showNumber(ownedOf(context), context)),
  },
  {
    method: 'POST',
    template: `${LIST}/{Sid}.json`,
    note: 'Without transfer to another account (AccountSid).',
    handle: update,
  },
  {
    method: 'DELETE',
    template: `${LIST}/{Sid}.json`,
    note: 'Refused while an emergency address is registered. A released number rests ten days.',
    handle: release,
  },
];
