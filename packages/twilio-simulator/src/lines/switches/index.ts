export { australianSwitch, btSwitch, virginMediaSwitch } from './exchange-codes.ts';
export { gsmSwitch } from './gsm.ts';
export {
  conditionalStarSwitch,
  landlineSwitch,
  mobileStarSwitch,
  oldCanadianSwitch,
  verizonSwitch,
} from './star-codes.ts';
