import type { Carrier } from '../carrier.ts';
import { joinSwitches } from '../switch.ts';
import { gsmSwitch, mobileStarSwitch, spectrumSwitch, verizonSwitch } from '../switches/index.ts';
import { app, cable, gsm, landline, verizonNetwork } from './services.ts';

const us = (
  name: string,
  services: Carrier['services'],
  more: Pick<Carrier, 'lookUpName' | 'also'> = {},
): Carrier => ({ name, country: 'US', services, ...more });

/** Sources contradict each other about AT&T's mobiles, so both families work here. */
const attMobile = { codes: joinSwitches(gsmSwitch, mobileStarSwitch) };

/** Now on T-Mobile's network; its customers are still told the old codes. */
const usCellularMobile = { codes: joinSwitches(gsmSwitch, mobileStarSwitch, verizonSwitch) };

const spectrum = {
  ...cable,
  codes: spectrumSwitch,
  quirks: { ...cable.quirks, forwardedFrom: 'called' },
} as const;

export const US_CARRIERS: readonly Carrier[] = [
  us(
    'T-Mobile',
    { mobile: gsm },
    { lookUpName: 'T-Mobile USA, Inc.', also: ['T-Mobile US', 'T-Mobile USA'] },
  ),
  us('Metro by T-Mobile', { mobile: gsm }, { also: ['Metro', 'MetroPCS'] }),
  us('Mint Mobile', { mobile: gsm }, { also: ['Mint'] }),
  us('Google Fi', { mobile: gsm }, { also: ['Google Fi Wireless'] }),
  us(
    'AT&T',
    { mobile: attMobile, landline: { ...landline, quirks: { ...landline.quirks, caller: 'line' } } },
    { lookUpName: 'AT&T Wireless', also: ['AT&T Mobility', 'AT&T landline', 'AT&T Business'] },
  ),
  us('Cricket', { mobile: attMobile }, { also: ['Cricket Wireless'] }),
  us('Consumer Cellular', { mobile: attMobile }),
  us('Verizon', { mobile: verizonNetwork, landline }, { lookUpName: 'Verizon Wireless', also: ['Fios'] }),
  us('Visible', { mobile: verizonNetwork }),
  us('Boost Mobile', { mobile: { codes: joinSwitches(gsmSwitch, verizonSwitch) } }),
  us(
    'UScellular',
    { mobile: usCellularMobile },
    { lookUpName: 'United States Cellular Corp.', also: ['US Cellular', 'U.S. Cellular'] },
  ),
  us(
    'Xfinity (Comcast)',
    { mobile: verizonNetwork, landline: cable },
    { lookUpName: 'Comcast', also: ['Xfinity', 'Xfinity Mobile', 'Xfinity Voice'] },
  ),
  us(
    'Spectrum (Charter)',
    { mobile: verizonNetwork, landline: spectrum },
    { lookUpName: 'Charter', also: ['Spectrum', 'Spectrum Mobile', 'Spectrum Voice'] },
  ),
  us(
    'Cox',
    {
      mobile: verizonNetwork,
      landline: { ...cable, quirks: { ...cable.quirks, voicemailBlocks: ['busy'] } },
    },
    { lookUpName: 'Cox Communications', also: ['Cox Voice', 'Cox Mobile'] },
  ),
  us('Optimum (Altice)', { mobile: gsm, landline: cable }, { lookUpName: 'Optimum', also: ['Altice'] }),
  us('Frontier', { landline: cable }, { also: ['Frontier Communications'] }),
  us('CenturyLink (Lumen)', { landline }, { lookUpName: 'CenturyLink', also: ['Lumen'] }),
  us('Brightspeed', { landline }),
  us(
    'Kinetic (Windstream)',
    { landline: { ...landline, quirks: { ...landline.quirks, answerSeconds: 2 } } },
    { lookUpName: 'Windstream', also: ['Kinetic'] },
  ),
  us('Vonage', { landline: cable, app }),
  us('Ooma', { landline: cable, app }),
  us('Google Voice', { app }, { lookUpName: 'Google (Grand Central) - SVR' }),
  us('RingCentral', { app }),
  us('Grasshopper', { app }),
  us('OpenPhone', { app }, { also: ['Quo'] }),
  us('Dialpad', { app }),
  us('8x8', { app }),
  us('Nextiva', { app }),
  us('Zoom Phone', { app }),
  us('Microsoft Teams Phone', { app }, { also: ['Microsoft Teams'] }),
];
