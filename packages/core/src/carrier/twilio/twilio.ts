import { systemClock } from '../../clock.ts';
import { NumberkitError } from '../../errors.ts';
import type { Carrier } from '../carrier.ts';
import { carrierErrors } from '../errors.ts';
import { buyNumber } from './buy-number.ts';
import { configureNumber } from './configure-number.ts';
import { clearEmergencyAddress } from './emergency-address.ts';
import { createFetchTransport } from './fetch-transport.ts';
import { findNumber } from './find-number.ts';
import { hangUpCall } from './hang-up-call.ts';
import { listCalls } from './list-calls.ts';
import { listNumbers } from './list-numbers.ts';
import { lookUpLine } from './look-up-line.ts';
import { numberPrices } from './number-prices.ts';
import { problemWithOptions, type TwilioOptions } from './options.ts';
import { placeCall } from './place-call.ts';
import { readAccount } from './read-account.ts';
import { readCall } from './read-call.ts';
import { releaseNumber } from './release-number.ts';
import { withRetries } from './retry.ts';
import { createSdkTransport } from './sdk-transport.ts';
import { searchNumbers } from './search-numbers.ts';
import type { Transport } from './transport.ts';
import type { TwilioClient } from './twilio-client.ts';

const DEFAULT_TIMEOUT_MS = 15_000;

/**
 * Twilio as the carrier. Takes the host's client of the official SDK, of which only the low-level `request` is used,
 * or credentials, and then talks with `fetch` and needs no SDK at all.
 *
 * Requests that Twilio did not process (429) are sent again after a pause; reads and settings also after a lost
 * connection or a 5xx, four times in all; a purchase, a call or a look-up never, because it may have been charged.
 *
 * Throws `carrier-credentials` at once when the options cannot work. What the calls throw is listed in
 * `carrierErrors`; Twilio's own codes in {@link twilioErrors}.
 *
 * @example
 * const carrier = twilio({ accountSid: 'AC…', apiKey: 'SK…', apiSecret: '…' });
 * const numbers = await carrier.searchNumbers({ country: 'US', type: 'local', areaCode: '415', limit: 10 });
 */
export function twilio(options: TwilioOptions): Carrier {
  const problem = problemWithOptions(options);
  if (problem) throw new NumberkitError(carrierErrors.carrierCredentials, { detail: `Twilio: ${problem}.` });
  const client: TwilioClient = {
    accountSid: options.accountSid ?? ('client' in options ? (options.client.accountSid ?? '') : ''),
    send: withRetries(transportOf(options), {
      clock: options.clock ?? systemClock,
      random: options.random ?? Math.random,
    }),
  };
  return {
    name: 'twilio',
    searchNumbers: (search) => searchNumbers(client, search),
    findNumber: (phoneNumber) => findNumber(client, phoneNumber),
    buyNumber: (order) => buyNumber(client, order),
    configureNumber: (carrierSid, settings) => configureNumber(client, carrierSid, settings),
    numberPrices: (country) => numberPrices(client, country),
    readAccount: () => readAccount(client),
    listNumbers: () => listNumbers(client),
    releaseNumber: (carrierSid) => releaseNumber(client, carrierSid),
    clearEmergencyAddress: (carrierSid) => clearEmergencyAddress(client, carrierSid),
    placeCall: (order) => placeCall(client, order),
    readCall: (callSid) => readCall(client, callSid),
    hangUpCall: (callSid) => hangUpCall(client, callSid),
    lookUpLine: (phoneNumber) => lookUpLine(client, phoneNumber),
    listCalls: (query) => listCalls(client, query),
  };
}

function transportOf(options: TwilioOptions): Transport {
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  if ('client' in options) return createSdkTransport(options.client, options, timeoutMs);
  return createFetchTransport({
    username: options.apiKey ?? options.accountSid,
    password: (options.apiKey ? options.apiSecret : options.authToken) ?? '',
    hosts: options,
    timeoutMs,
    // Bound late, so that a test or a tracer that replaces the global fetch is seen.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  });
}
