import type { Carrier } from '../carrier.ts';
import { joinSwitches } from '../switch.ts';
import {
  conditionalStarSwitch,
  gsmSwitch,
  landlineSwitch,
  mobileStarSwitch,
  verizonSwitch,
} from '../switches/index.ts';
import { app, cable, gsm, landline, verizonNetwork } from './services.ts';

const us = (
  name: string,
  services: Carrier['services'],
  more: Pick<Carrier, 'lookUpName' | 'also'> = {},
): Carrier => ({ name, country: 'US', services, ...more });

/** Sources contradict each other about AT&T's mobiles, so both families work here. */
const attMobile = { codes: joinSwitches(gsmSwitch, mobileStarSwitch), quirks: { ringSeconds: 20 } };

export const US_CARRIERS: readonly Carrier[] = [
  us('T-Mobile', { mobile: gsm }, { lookUpName: 'T-Mobile USA, Inc.', also: ['T-Mobile US'] }),
  us('Metro by T-Mobile', { mobile: gsm }, { also: ['Metro'] }),
  us('Mint Mobile', { mobile: gsm }, { also: ['Mint'] }),
  us('Google Fi', { mobile: gsm }, { also: ['Google Fi Wireless'] }),
  us(
    'AT&T',
    { mobile: attMobile, landline: { ...landline, quirks: { ...landline.quirks, caller: 'line' } } },
    { lookUpName: 'AT&T Wireless', also: ['AT&T Wireless', 'AT&T landline', 'AT&T Business'] },
  ),
  us('Cricket Wireless', { mobile: attMobile }, { also: ['Cricket'] }),
  us('Consumer Cellular', { mobile: attMobile }),
  us(
    'Verizon',
    { mobile: verizonNetwork, landline },
    { lookUpName: 'Verizon Wireless', also: ['Verizon Wireless', 'Verizon Fios', 'Fios'] },
  ),
  us('Visible', { mobile: verizonNetwork }, { also: ['Visible by Verizon'] }),
  us('Xfinity Mobile', { mobile: verizonNetwork }),
  us('Spectrum Mobile', { mobile: verizonNetwork }),
  us('Cox Mobile', { mobile: verizonNetwork }),
  us('Boost Mobile', { mobile: { codes: joinSwitches(gsmSwitch, verizonSwitch) } }),
  us(
    'UScellular',
    { mobile: { codes: joinSwitches(mobileStarSwitch, verizonSwitch) } },
    { lookUpName: 'United States Cellular Corp.', also: ['US Cellular', 'U.S. Cellular'] },
  ),
  us(
    'Xfinity Voice',
    { landline: cable },
    { lookUpName: 'Comcast', also: ['Xfinity', 'Comcast', 'Xfinity/Comcast Voice'] },
  ),
  us(
    'Spectrum Voice',
    {
      landline: {
        ...cable,
        codes: joinSwitches(landlineSwitch, conditionalStarSwitch),
        quirks: { ...cable.quirks, forwardedFrom: 'called' },
      },
    },
    { lookUpName: 'Charter Communications', also: ['Spectrum', 'Charter Spectrum', 'Spectrum Business'] },
  ),
  us(
    'Cox',
    { landline: { ...cable, quirks: { ...cable.quirks, voicemailBlocks: ['busy'] } } },
    { lookUpName: 'Cox Communications', also: ['Cox Voice', 'Cox Communications', 'Cox Homelife'] },
  ),
  us('Optimum', { landline: cable }, { also: ['Optimum Voice', 'Altice'] }),
  us('Frontier', { landline: cable }, { also: ['Frontier Communications'] }),
  us('CenturyLink', { landline }, { also: ['Lumen', 'Brightspeed', 'Quantum Fiber'] }),
  us(
    'Windstream',
    { landline: { ...landline, quirks: { ...landline.quirks, answerSeconds: 2 } } },
    { also: ['Kinetic'] },
  ),
  us('Vonage', { landline: cable, app }),
  us('Ooma', { landline: cable, app }),
  us('Google Voice', { app }, { lookUpName: 'Google (Grand Central) - SVR' }),
  us('RingCentral', { app }),
  us('Grasshopper', { app }),
  us('OpenPhone', { app }, { also: ['Quo', 'Quo (OpenPhone)'] }),
  us('Dialpad', { app }),
  us('8x8', { app }),
  us('Nextiva', { app }),
  us('Zoom Phone', { app }),
  us('Microsoft Teams Phone', { app }, { also: ['Microsoft Teams'] }),
];
