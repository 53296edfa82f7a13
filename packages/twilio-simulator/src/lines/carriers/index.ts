import type { LineKind } from '../../world/index.ts';
import type { Carrier, LineCountry, Service } from '../carrier.ts';
import { joinSwitches } from '../switch.ts';
import { australianSwitch, btSwitch, gsmSwitch, verizonSwitch } from '../switches/index.ts';
import { AU_CARRIERS } from './au.ts';
import { CA_CARRIERS } from './ca.ts';
import { GB_CARRIERS } from './gb.ts';
import { gsm, landline } from './services.ts';
import { US_CARRIERS } from './us.ts';

/** Every carrier that the simulator knows by name. */
export const CARRIERS: readonly Carrier[] = [...US_CARRIERS, ...CA_CARRIERS, ...GB_CARRIERS, ...AU_CARRIERS];

/** How a line of a carrier nobody has heard of is served: as the standard of its country says. */
export function standardService(kind: LineKind, country: LineCountry): Service {
  if (kind === 'app') return {};
  if (kind === 'mobile') return country === 'US' ? { codes: joinSwitches(gsmSwitch, verizonSwitch) } : gsm;
  if (country === 'US' || country === 'CA') return landline;
  return { codes: country === 'AU' ? australianSwitch : btSwitch };
}
