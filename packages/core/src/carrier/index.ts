export type {
  AvailableNumber,
  BuyAnswer,
  Carrier,
  CarrierNumber,
  CarrierSearch,
  NumberOrder,
  NumberPrices,
  NumberSettings,
  NumberType,
  RefusalReason,
} from './carrier.ts';
export { carrierErrors } from './errors.ts';
