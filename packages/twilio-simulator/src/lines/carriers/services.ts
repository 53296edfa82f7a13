import type { Service } from '../carrier.ts';
import { joinSwitches } from '../switch.ts';
import { gsmSwitch, landlineSwitch, mobileStarSwitch, verizonSwitch } from '../switches/index.ts';

/** A mobile of the GSM family, without anything special. */
export const gsm: Service = { codes: gsmSwitch };

/**
 * A mobile on Verizon's network. It tells Twilio nothing about the line that forwarded. The codes for one condition
 * are in doubt: some sources have them, the carrier itself does not.
 */
export const verizonNetwork: Service = {
  codes: joinSwitches(verizonSwitch, mobileStarSwitch),
  quirks: { forwardedFrom: 'absent', ringSeconds: 25, destinations: ['national', 'trunk'] },
};

/** A landline whose `*72` rings the destination, which has to answer; or the code is dialled twice. */
export const landline: Service = {
  codes: landlineSwitch,
  quirks: { mustAnswer: ['all'], repeatSeconds: 120 },
};

/** The same over cable or fibre. */
export const cable: Service = { ...landline, lookUpType: 'fixedVoip' };

/** A line in a program: nothing to dial, settings instead. */
export const app: Service = { lookUpType: 'nonFixedVoip' };
