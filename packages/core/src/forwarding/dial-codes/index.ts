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
export { carrierSchema } from './carrier-schema.ts';
export { checkCarrier } from './check-carrier.ts';
export { type CodePart, countParts, parseCode } from './code-template.ts';
export { conditionsOf, lineOf, partsOfUnanswered } from './conditions-of.ts';
export { createDialCodes, type DialCodes, type FoundCarrier } from './create-dial-codes.ts';
