import type { Carrier } from '../carrier.ts';
import { australianSwitch } from '../switches/index.ts';
import { gsm } from './services.ts';

const au = (name: string, services: Carrier['services'], also: readonly string[] = []): Carrier => ({
  name,
  country: 'AU',
  services,
  also,
});

const homePhone = { codes: australianSwitch };

export const AU_CARRIERS: readonly Carrier[] = [
  au('Telstra', { mobile: gsm, landline: homePhone }),
  au('Optus', { mobile: gsm, landline: homePhone }),
  au('Vodafone', { mobile: gsm }, ['Vodafone Australia', 'Vodafone AU']),
  au('TPG', { mobile: gsm, landline: homePhone }),
  au('amaysim', { mobile: gsm }),
  au('Boost Mobile', { mobile: gsm }, ['Boost Mobile Australia']),
];
