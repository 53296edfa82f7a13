import { formatNational, type OwnedNumber, PRICES, type StockNumber } from '../world/index.ts';
import { applyEmergencyAddress, readEmergencyAddress } from './emergency-address.ts';
import { applyNumberSettings, type NumberSettings, readNumberSettings } from './number-settings.ts';
import type { RestContext } from './route.ts';
import { refusal } from './twilio-error.ts';

/** `local` and `toll free` numbers may be bought through any path, or only through their own. */
export type PurchaseType = 'any' | 'local' | 'toll free' | 'mobile';

/** A US or Canadian number in E.164: the only ones the simulator's Twilio has. */
const NANP = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

/**
 * `POST IncomingPhoneNumbers`. Buying a number the account already owns succeeds and overwrites its settings,
 * as reported in https://github.com/danielberkompas/ex_twilio/pull/116
 */
export function purchaseNumber(context: RestContext, type: PurchaseType): OwnedNumber {
  const { world, form } = context;
  const wanted = form.filled('PhoneNumber');
  if (wanted !== undefined && !NANP.test(wanted)) throw refusal(21421, `${wanted} is not a valid number`);
  const settings = readNumberSettings(form, world);
  const emergencyAddress = readEmergencyAddress(form, world);

  const owned = wanted === undefined ? undefined : world.numbers.byPhoneNumber(wanted);
  if (owned !== undefined) {
    applyNumberSettings(owned, settings, world.clock.now());
    applyEmergencyAddress(owned, emergencyAddress, world);
    return owned;
  }
  if (world.account.type === 'Trial' && world.numbers.all().length > 0) {
    throw refusal(
      21404,
      'Trial accounts are allowed only one Twilio number. To get more, upgrade the account',
    );
  }
  const stock = wanted === undefined ? pickInAreaCode(context, type) : takeExact(context, wanted, type);
  checkRegulation(stock, settings, context);
  const number = createOwned(stock, context);
  applyNumberSettings(number, settings, number.createdAt);
  world.numbers.add(number);
  applyEmergencyAddress(number, emergencyAddress, world);
  chargeMonth(number, context);
  return number;
}

function takeExact(context: RestContext, phoneNumber: string, type: PurchaseType): StockNumber {
  const { world, inventory } = context;
  const stock = inventory.find(phoneNumber);
  if (stock === undefined || !world.numbers.isFree(phoneNumber, world.clock.now())) {
    throw refusal(21422, `${phoneNumber} is not available`);
  }
  if (type !== 'any' && type !== stock.type) {
    throw refusal(21458, `${phoneNumber} is a ${stock.type} number, not ${type}`);
  }
  return stock;
}

/** Twilio chooses; two requests for the same area code are two numbers. */
function pickInAreaCode({ form, inventory, world }: RestContext, type: PurchaseType): StockNumber {
  const areaCode = form.filled('AreaCode');
  if (areaCode === undefined || type !== 'any') throw refusal(21421, 'PhoneNumber or AreaCode is required');
  if (!/^[2-9]\d\d$/.test(areaCode)) throw refusal(21451, `AreaCode is not valid: ${areaCode}`);
  const now = world.clock.now();
  const isFree = (phoneNumber: string) => world.numbers.isFree(phoneNumber, now);
  for (const isoCountry of ['US', 'CA']) {
    for (const kind of ['local', 'toll free'] as const) {
      const filter = { type: kind, isoCountry, areaCode, excludeAllAddressRequired: true };
      const [number] = inventory.search(filter, isFree, 1);
      if (number !== undefined) return number;
    }
  }
  throw refusal(21452, `No phone numbers found in area code ${areaCode}`);
}

/** Every well-formed BundleSid counts as approved: the simulator has no regulatory office. */
function checkRegulation(stock: StockNumber, settings: NumberSettings, { world }: RestContext): void {
  const { phoneNumber } = stock;
  if (stock.needsBundle && typeof settings.bundleSid !== 'string') {
    throw refusal(21649, `${phoneNumber} requires a Bundle. Provide a BundleSid`);
  }
  if (stock.addressRequirements === 'none' || stock.needsBundle) return;
  const address = world.addresses.bySid(settings.addressSid ?? '');
  if (address === undefined)
    throw refusal(21631, `${phoneNumber} requires an Address. Provide an AddressSid`);
  const domestic = address.isoCountry === stock.isoCountry;
  if (stock.addressRequirements === 'local' && !domestic) {
    throw refusal(21615, `${phoneNumber} requires an address in ${stock.isoCountry}`);
  }
  if (stock.addressRequirements === 'foreign' && domestic) {
    throw refusal(21651, `${phoneNumber} requires an address outside ${stock.isoCountry}`);
  }
}

/** A new number with nothing configured. */
export function createOwned(stock: StockNumber, { world }: RestContext): OwnedNumber {
  const now = world.clock.now();
  return {
    sid: world.ids.sid('PN'),
    phoneNumber: stock.phoneNumber,
    isoCountry: stock.isoCountry,
    type: stock.type,
    capabilities: stock.capabilities,
    addressRequirements: stock.addressRequirements,
    beta: stock.beta,
    createdAt: now,
    updatedAt: now,
    friendlyName: formatNational(stock.phoneNumber),
    voiceUrl: '',
    voiceMethod: 'POST',
    voiceFallbackUrl: '',
    voiceFallbackMethod: 'POST',
    voiceApplicationSid: null,
    voiceCallerIdLookup: false,
    voiceReceiveMode: 'voice',
    trunkSid: null,
    statusCallback: '',
    statusCallbackMethod: 'POST',
    smsUrl: '',
    smsMethod: 'POST',
    smsFallbackUrl: '',
    smsFallbackMethod: 'POST',
    smsApplicationSid: null,
    apiVersion: '2010-04-01',
    addressSid: null,
    bundleSid: null,
    identitySid: null,
    emergencyAddressSid: null,
    emergencyAddressStatus: 'unregistered',
  };
}

/** A whole month is charged at once and again on the same day of each month, until released; no refund. */
function chargeMonth(number: OwnedNumber, context: RestContext): void {
  const { world } = context;
  if (world.numbers.bySid(number.sid) === undefined) return;
  const at = world.clock.now();
  world.bill.charge({
    at,
    kind: 'number-month',
    category: number.type === 'local' ? 'phonenumbers-local' : 'phonenumbers-tollfree',
    sid: number.sid,
    phoneNumber: number.phoneNumber,
    description: `${number.type} number, one month`,
    amountMicros: PRICES.numberMonth[number.type],
    currency: PRICES.currency,
    quantity: 1,
    tag: number.friendlyName,
  });
  world.clock.schedule(sameDayNextMonth(at, number.createdAt).getTime() - at.getTime(), () =>
    chargeMonth(number, context),
  );
}

/** A number bought on the 31st is charged on the last day of shorter months. */
function sameDayNextMonth(at: Date, first: Date): Date {
  const next = new Date(at);
  next.setUTCDate(1);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const lastDay = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  next.setUTCDate(Math.min(first.getUTCDate(), lastDay));
  return next;
}
