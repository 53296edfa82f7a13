import type { Carrier } from '../carrier.ts';
import { joinSwitches } from '../switch.ts';
import { gsmSwitch, landlineSwitch, oldCanadianSwitch } from '../switches/index.ts';
import { gsm, landline } from './services.ts';

/** GSM, with the codes of the CDMA network that was there before. */
const formerCdma = { codes: joinSwitches(gsmSwitch, oldCanadianSwitch) };

const homePhone = { ...landline, codes: joinSwitches(landlineSwitch, oldCanadianSwitch) };

const ca = (name: string, services: Carrier['services'], also: readonly string[] = []): Carrier => ({
  name,
  country: 'CA',
  services,
  also,
});

export const CA_CARRIERS: readonly Carrier[] = [
  ca('Rogers', { mobile: gsm, landline: homePhone }, ['Rogers Home Phone', 'Rogers Wireless']),
  ca('Bell', { mobile: formerCdma, landline: homePhone }, [
    'Bell Mobility',
    'Bell Canada',
    'Bell Home Phone',
  ]),
  ca('Telus', { mobile: formerCdma, landline: homePhone }, ['Telus Mobility', 'Telus Home Phone']),
  ca('Fido', { mobile: gsm }),
  ca('Koodo', { mobile: formerCdma }, ['Koodo Mobile']),
  ca('Virgin Plus', { mobile: formerCdma }),
  ca('Freedom Mobile', { mobile: gsm }, ['Freedom']),
  ca('Vidéotron', { mobile: gsm, landline: homePhone }, ['Videotron']),
  ca('Shaw', { landline: homePhone }),
  ca('SaskTel', { mobile: formerCdma, landline: homePhone }),
];
