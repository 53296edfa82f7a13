import type { Carrier } from '../carrier.ts';
import { joinSwitches } from '../switch.ts';
import { btSwitch, virginMediaSwitch } from '../switches/index.ts';
import { gsm } from './services.ts';

const gb = (name: string, services: Carrier['services'], also: readonly string[] = []): Carrier => ({
  name,
  country: 'GB',
  services,
  also,
});

const bt = { codes: btSwitch };

export const GB_CARRIERS: readonly Carrier[] = [
  gb('EE', { mobile: gsm, landline: bt }),
  gb('O2', { mobile: gsm }, ['O2 UK']),
  gb('Vodafone', { mobile: gsm }, ['Vodafone UK']),
  gb('Three', { mobile: gsm }, ['Three UK', '3']),
  gb('giffgaff', { mobile: gsm }),
  gb('Tesco Mobile', { mobile: gsm }),
  gb('BT', { mobile: gsm, landline: bt }),
  gb('Sky', { mobile: gsm, landline: bt }, ['Sky Talk']),
  gb('TalkTalk', { landline: bt }),
  // Its other half was once NTL, with the codes of BT.
  gb('Virgin Media', { mobile: gsm, landline: { codes: joinSwitches(virginMediaSwitch, btSwitch) } }, [
    'Virgin Media O2',
  ]),
];
