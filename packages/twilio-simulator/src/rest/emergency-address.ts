import type { OwnedNumber, World } from '../world/index.ts';
import { readAddressSid } from './number-settings.ts';
import type { Parameters } from './parameters.ts';

/** How long the emergency registry takes; Twilio gives no figure, a minute makes clients poll. */
const REGISTRY_MS = 60_000;

/** Reads `EmergencyAddressSid`; the effect is separate so that a refused request changes nothing. */
export const readEmergencyAddress = (form: Parameters, world: World) =>
  readAddressSid(form, 'EmergencyAddressSid', world);

/** Starts registering an address for emergency calls, or clearing it; the clock finishes either. */
export function applyEmergencyAddress(
  number: OwnedNumber,
  addressSid: string | null | undefined,
  world: World,
): void {
  if (addressSid === undefined || addressSid === number.emergencyAddressSid) return;
  if (addressSid !== null) {
    number.emergencyAddressSid = addressSid;
    number.emergencyAddressStatus = 'pending-registration';
    settleLater(number, world, 'pending-registration', 'registered');
    return;
  }
  number.emergencyAddressStatus = 'pending-unregistration';
  settleLater(number, world, 'pending-unregistration', 'unregistered');
}

function settleLater(
  number: OwnedNumber,
  world: World,
  from: OwnedNumber['emergencyAddressStatus'],
  to: 'registered' | 'unregistered',
): void {
  world.clock.schedule(REGISTRY_MS, () => {
    // A later request may have turned it round meanwhile.
    if (number.emergencyAddressStatus !== from) return;
    number.emergencyAddressStatus = to;
    if (to === 'unregistered') number.emergencyAddressSid = null;
  });
}

/** Twilio releases a number only when no emergency address hangs on it. */
export const blocksRelease = (number: OwnedNumber): boolean =>
  number.emergencyAddressStatus !== 'unregistered' &&
  number.emergencyAddressStatus !== 'registration-failure';
