import type { CallEngine } from '../../src/calls/index.ts';
import { createCallEngine } from '../../src/calls/index.ts';
import type { OwnedNumber, World, WorldOptions } from '../../src/world/index.ts';
import { createWorld } from '../../src/world/index.ts';

export const authToken = '0123456789abcdef0123456789abcdef';
export const caller = '+14155550111';
export const office = '+15105550142';

/** A world with an engine, without the REST half. */
export function createNetwork(clock: WorldOptions['clock'] = { mode: 'real' }): {
  world: World;
  calls: CallEngine;
} {
  const world = createWorld({ authToken, clock });
  const place = { city: 'OAKLAND', state: 'CA', zip: '94607', country: 'US' };
  return { world, calls: createCallEngine(world, { geographyOf: () => place }) };
}

/** Puts a number into the account. */
export function own(world: World, phoneNumber: string, settings: Partial<OwnedNumber> = {}): OwnedNumber {
  const number: OwnedNumber = {
    sid: world.ids.sid('PN'),
    phoneNumber,
    isoCountry: 'US',
    type: 'local',
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    addressRequirements: 'none',
    beta: false,
    createdAt: world.clock.now(),
    updatedAt: world.clock.now(),
    friendlyName: phoneNumber,
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
    ...settings,
  };
  world.numbers.add(number);
  return number;
}
