export { australianSwitch, btSwitch, virginMediaSwitch } from './exchange-codes.ts';
export { gsmSwitch } from './gsm.ts';
export {
  landlineSwitch,
  mobileStarSwitch,
  oldCanadianSwitch,
  spectrumSwitch,
  verizonSwitch,
} from './star-codes.ts';
