import { formatMicros, type NumberType, PRICES } from '../world/index.ts';
import { metaPageOf } from './page.ts';
import { ok, type Reply, type RestContext, type Route } from './route.ts';
import { notFound, refusal } from './twilio-error.ts';

const HOST = 'https://pricing.twilio.com';
const COUNTRIES: readonly (readonly [code: string, name: string])[] = [
  ['CA', 'Canada'],
  ['US', 'United States'],
];
const TYPES: readonly NumberType[] = ['local', 'toll free'];

interface Country {
  code: string;
  name: string;
}

function countryOf(context: RestContext): Country {
  const found = COUNTRIES.find(([code]) => code === context.path.IsoCountry?.toUpperCase());
  if (found === undefined) throw notFound(context.pathname);
  return { code: found[0], name: found[1] };
}

const price = (micros: number) => ({ base_price: formatMicros(micros), current_price: formatMicros(micros) });

const listCountries =
  (path: string) =>
  (context: RestContext): Reply =>
    ok(
      metaPageOf(context, HOST, 'countries', COUNTRIES, ([code, country]) => ({
        country,
        iso_country: code,
        url: `${HOST}${path}/${code}`,
      })),
    );

function fetchNumberPrices(context: RestContext): Reply {
  const { code, name } = countryOf(context);
  return ok({
    country: name,
    iso_country: code,
    phone_number_prices: TYPES.map((type) => ({ number_type: type, ...price(PRICES.numberMonth[type]) })),
    price_unit: PRICES.currency,
    url: HOST + context.pathname,
  });
}

function fetchVoicePrices(context: RestContext): Reply {
  const { code, name } = countryOf(context);
  return ok({
    country: name,
    iso_country: code,
    inbound_call_prices: TYPES.map((type) => ({ number_type: type, ...price(PRICES.inboundMinute[type]) })),
    outbound_prefix_prices: [
      {
        destination_prefixes: ['1'],
        origination_prefixes: ['ALL'],
        friendly_name: 'Programmable Outbound Minute - United States & Canada',
        ...price(PRICES.outboundMinute),
      },
    ],
    price_unit: PRICES.currency,
    url: HOST + context.pathname,
  });
}

/** Price of a call to a number; the inbound price only when the number is the account's own. */
function fetchNumberVoicePrice(context: RestContext): Reply {
  const destination = context.path.DestinationNumber ?? '';
  if (!/^\+\d{7,15}$/.test(destination)) throw refusal(21401, `${destination} is not a valid number`);
  const place = context.inventory.placeOf(destination);
  if (!destination.startsWith('+1')) throw notFound(context.pathname);
  const own = context.world.numbers.byPhoneNumber(destination);
  const isoCountry = own?.isoCountry ?? place?.isoCountry ?? 'US';
  const nobody = { base_price: null, current_price: null, number_type: null };
  return ok({
    country: isoCountry === 'CA' ? 'Canada' : 'United States',
    iso_country: isoCountry,
    destination_number: destination,
    origination_number: context.query.filled('OriginationNumber') ?? null,
    inbound_call_price:
      own === undefined ? nobody : { number_type: own.type, ...price(PRICES.inboundMinute[own.type]) },
    outbound_call_prices: [{ origination_prefixes: ['ALL'], ...price(PRICES.outboundMinute) }],
    price_unit: PRICES.currency,
    url: HOST + context.pathname,
  });
}

export const pricingRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/v1/PhoneNumbers/Countries',
    note: 'The United States and Canada.',
    handle: listCountries('/v1/PhoneNumbers/Countries'),
  },
  { method: 'GET', template: '/v1/PhoneNumbers/Countries/{IsoCountry}', handle: fetchNumberPrices },
  {
    method: 'GET',
    template: '/v2/Voice/Countries',
    note: 'The United States and Canada.',
    handle: listCountries('/v2/Voice/Countries'),
  },
  { method: 'GET', template: '/v2/Voice/Countries/{IsoCountry}', handle: fetchVoicePrices },
  { method: 'GET', template: '/v2/Voice/Numbers/{DestinationNumber}', handle: fetchNumberVoicePrice },
];
