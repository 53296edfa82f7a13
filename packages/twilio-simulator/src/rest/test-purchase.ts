import type { OwnedNumber, StockNumber } from '../world/index.ts';
import { applyNumberSettings, readNumberSettings } from './number-settings.ts';
import { createOwned } from './purchase-number.ts';
import type { RestContext } from './route.ts';
import { refusal } from './twilio-error.ts';

const MAGIC_NUMBER: StockNumber = {
  phoneNumber: '+15005550006',
  type: 'local',
  isoCountry: 'US',
  locality: null,
  region: null,
  postalCode: null,
  latitude: null,
  longitude: null,
  rateCenter: null,
  lata: null,
  addressRequirements: 'none',
  needsBundle: false,
  beta: false,
  capabilities: { voice: true, sms: true, mms: true, fax: false },
};

/**
 * A purchase with test credentials: only the magic numbers mean something, nothing is stored or charged.
 * https://www.twilio.com/docs/iam/test-credentials
 */
export function testPurchase(context: RestContext): OwnedNumber {
  const { form, world } = context;
  const phoneNumber = form.filled('PhoneNumber');
  const areaCode = form.filled('AreaCode');
  if (phoneNumber === undefined && areaCode === '533') {
    throw refusal(21452, `No phone numbers found in area code ${areaCode}`);
  }
  if (phoneNumber === '+15005550001') throw refusal(21421, `${phoneNumber} is not a valid number`);
  const fine = phoneNumber === undefined ? areaCode === '500' : phoneNumber === MAGIC_NUMBER.phoneNumber;
  if (!fine && phoneNumber === undefined) throw refusal(21451, `AreaCode is not valid: ${areaCode ?? ''}`);
  if (!fine) throw refusal(21422, `${phoneNumber} is not available`);
  const number = createOwned(MAGIC_NUMBER, context);
  applyNumberSettings(number, readNumberSettings(form, world), number.createdAt);
  return number;
}
