import type { CarrierEntry } from './carrier-entry.ts';
import auOptus from './carriers/au-optus.json' with { type: 'json' };
import auStandard from './carriers/au-standard.json' with { type: 'json' };
import auTelstra from './carriers/au-telstra.json' with { type: 'json' };
import auTpg from './carriers/au-tpg.json' with { type: 'json' };
import auVodafone from './carriers/au-vodafone.json' with { type: 'json' };
import caBell from './carriers/ca-bell.json' with { type: 'json' };
import caFido from './carriers/ca-fido.json' with { type: 'json' };
import caFreedom from './carriers/ca-freedom.json' with { type: 'json' };
import caKoodo from './carriers/ca-koodo.json' with { type: 'json' };
import caRogers from './carriers/ca-rogers.json' with { type: 'json' };
import caStandard from './carriers/ca-standard.json' with { type: 'json' };
import caTelus from './carriers/ca-telus.json' with { type: 'json' };
import caVideotron from './carriers/ca-videotron.json' with { type: 'json' };
import caVirginPlus from './carriers/ca-virgin-plus.json' with { type: 'json' };
import gbBt from './carriers/gb-bt.json' with { type: 'json' };
import gbEe from './carriers/gb-ee.json' with { type: 'json' };
import gbGiffgaff from './carriers/gb-giffgaff.json' with { type: 'json' };
import gbO2 from './carriers/gb-o2.json' with { type: 'json' };
import gbSky from './carriers/gb-sky.json' with { type: 'json' };
import gbStandard from './carriers/gb-standard.json' with { type: 'json' };
import gbTalktalk from './carriers/gb-talktalk.json' with { type: 'json' };
import gbTescoMobile from './carriers/gb-tesco-mobile.json' with { type: 'json' };
import gbThree from './carriers/gb-three.json' with { type: 'json' };
import gbVirginMedia from './carriers/gb-virgin-media.json' with { type: 'json' };
import gbVodafone from './carriers/gb-vodafone.json' with { type: 'json' };
import standard from './carriers/standard.json' with { type: 'json' };
import us8x8 from './carriers/us-8x8.json' with { type: 'json' };
import usAtt from './carriers/us-att.json' with { type: 'json' };
import usBoost from './carriers/us-boost.json' with { type: 'json' };
import usBrightspeed from './carriers/us-brightspeed.json' with { type: 'json' };
import usCenturylink from './carriers/us-centurylink.json' with { type: 'json' };
import usConsumerCellular from './carriers/us-consumer-cellular.json' with { type: 'json' };
import usCox from './carriers/us-cox.json' with { type: 'json' };
import usCricket from './carriers/us-cricket.json' with { type: 'json' };
import usDialpad from './carriers/us-dialpad.json' with { type: 'json' };
import usFrontier from './carriers/us-frontier.json' with { type: 'json' };
import usGoogleFi from './carriers/us-google-fi.json' with { type: 'json' };
import usGoogleVoice from './carriers/us-google-voice.json' with { type: 'json' };
import usGrasshopper from './carriers/us-grasshopper.json' with { type: 'json' };
import usKinetic from './carriers/us-kinetic.json' with { type: 'json' };
import usMetro from './carriers/us-metro.json' with { type: 'json' };
import usMint from './carriers/us-mint.json' with { type: 'json' };
import usOoma from './carriers/us-ooma.json' with { type: 'json' };
import usOptimum from './carriers/us-optimum.json' with { type: 'json' };
import usRingcentral from './carriers/us-ringcentral.json' with { type: 'json' };
import usSpectrum from './carriers/us-spectrum.json' with { type: 'json' };
import usStandard from './carriers/us-standard.json' with { type: 'json' };
import usTMobile from './carriers/us-t-mobile.json' with { type: 'json' };
import usUscellular from './carriers/us-uscellular.json' with { type: 'json' };
import usVerizon from './carriers/us-verizon.json' with { type: 'json' };
import usVisible from './carriers/us-visible.json' with { type: 'json' };
import usVonage from './carriers/us-vonage.json' with { type: 'json' };
import usXfinity from './carriers/us-xfinity.json' with { type: 'json' };

/** The files of `carriers/`, all of them: dial-codes.test.ts says when one is missing. */
const files: readonly unknown[] = [
  auOptus,
  auStandard,
  auTelstra,
  auTpg,
  auVodafone,
  caBell,
  caFido,
  caFreedom,
  caKoodo,
  caRogers,
  caStandard,
  caTelus,
  caVideotron,
  caVirginPlus,
  gbBt,
  gbEe,
  gbGiffgaff,
  gbO2,
  gbSky,
  gbStandard,
  gbTalktalk,
  gbTescoMobile,
  gbThree,
  gbVirginMedia,
  gbVodafone,
  standard,
  us8x8,
  usAtt,
  usBoost,
  usBrightspeed,
  usCenturylink,
  usConsumerCellular,
  usCox,
  usCricket,
  usDialpad,
  usFrontier,
  usGoogleFi,
  usGoogleVoice,
  usGrasshopper,
  usKinetic,
  usMetro,
  usMint,
  usOoma,
  usOptimum,
  usRingcentral,
  usSpectrum,
  usStandard,
  usTMobile,
  usUscellular,
  usVerizon,
  usVisible,
  usVonage,
  usXfinity,
];

// A JSON import has no literal types; the test proves each file against the schema.
export const allCarriers = files as readonly CarrierEntry[];
