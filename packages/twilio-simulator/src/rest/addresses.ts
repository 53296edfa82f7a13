import type { Address } from '../world/index.ts';
import { rfc2822 } from './date.ts';
import { pageOf } from './page.ts';
import { created, ok, type RestContext, type Route } from './route.ts';
import { notFound, refusal } from './twilio-error.ts';

const LIST = '/2010-04-01/Accounts/{AccountSid}/Addresses';
const LONGEST_FRIENDLY_NAME = 64;

function showAddress(address: Address, accountSid: string) {
  return {
    account_sid: accountSid,
    city: address.city,
    customer_name: address.customerName,
    date_created: rfc2822(address.createdAt),
    date_updated: rfc2822(address.createdAt),
    emergency_enabled: address.emergencyEnabled,
    friendly_name: address.friendlyName,
    iso_country: address.isoCountry,
    postal_code: address.postalCode,
    region: address.region,
    sid: address.sid,
    street: address.street,
    street_secondary: address.streetSecondary,
    validated: address.emergencyEnabled,
    verified: false,
    uri: `/2010-04-01/Accounts/${accountSid}/Addresses/${address.sid}.json`,
  };
}

function create(context: RestContext) {
  const { form, world } = context;
  const required = (name: string): string => {
    const value = form.filled(name);
    if (value === undefined) throw refusal(20001, `${name} is required`);
    return value;
  };
  const isoCountry = required('IsoCountry').toUpperCase();
  if (!/^[A-Z]{2}$/.test(isoCountry)) throw refusal(20001, `IsoCountry is not a country code: ${isoCountry}`);
  const friendlyName = form.text('FriendlyName') ?? '';
  if (friendlyName.length > LONGEST_FRIENDLY_NAME) throw refusal(20002, 'FriendlyName is too long');
  const address: Address = {
    sid: world.ids.sid('AD'),
    customerName: required('CustomerName'),
    street: required('Street'),
    streetSecondary: form.filled('StreetSecondary') ?? null,
    city: required('City'),
    region: required('Region'),
    postalCode: required('PostalCode'),
    isoCountry,
    friendlyName,
    emergencyEnabled: form.flag('EmergencyEnabled') ?? false,
    createdAt: world.clock.now(),
  };
  world.addresses.add(address);
  return created(showAddress(address, context.accountSid));
}

function list(context: RestContext) {
  const { query, world, accountSid } = context;
  const wanted = {
    customerName: query.filled('CustomerName'),
    friendlyName: query.filled('FriendlyName'),
    isoCountry: query.filled('IsoCountry'),
    emergencyEnabled: query.flag('EmergencyEnabled'),
  };
  const found = world.addresses
    .all()
    .filter(
      (address) =>
        (wanted.customerName ?? address.customerName) === address.customerName &&
        (wanted.friendlyName ?? address.friendlyName) === address.friendlyName &&
        (wanted.isoCountry ?? address.isoCountry) === address.isoCountry &&
        (wanted.emergencyEnabled ?? address.emergencyEnabled) === address.emergencyEnabled,
    );
  return ok(pageOf(context, 'addresses', found, (address) => showAddress(address, accountSid)));
}

function addressOf(context: RestContext): Address {
  const address = context.world.addresses.bySid(context.path.Sid ?? '');
  if (address === undefined) throw notFound(context.pathname);
  return address;
}

export const addressRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: `${LIST}.json`,
    note: 'Any address is accepted as it stands: nothing is validated or corrected.',
    handle: create,
  },
  { method: 'GET', template: `${LIST}.json`, handle: list },
  {
    method: 'GET',
    template: `${LIST}/{Sid}.json`,
    handle: (context) => ok(showAddress(addressOf(context), context.accountSid)),
  },
];
