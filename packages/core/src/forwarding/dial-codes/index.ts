export type {
  AskWay,
  CarrierEntry,
  CodeWay,
  Evidence,
  LineEntry,
  LineNetwork,
  NumberFormat,
  RingTime,
  SettingsWay,
  Way,
} from './carrier-entry.ts';
export { conditionsOf, lineOf, partsOfUnanswered } from './conditions-of.ts';
export { createDialCodes, type DialCodes, type FoundCarrier } from './create-dial-codes.ts';
