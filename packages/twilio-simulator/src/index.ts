export type {
  CallChange,
  CallEngine,
  CallEvent,
  CallEventBody,
  CallHandle,
  DialOptions,
  OutsidePhone,
  OutsidePhones,
  TranscriptEntry,
  WebhookPurpose,
} from './calls/index.ts';
export {
  ConnectionReset,
  type FaultEffect,
  type FaultHandle,
  type FaultMatch,
  type FaultRule,
  type Faults,
  isConnectionReset,
} from './faults/index.ts';
export type { Dialled, LineSettings, NewLine, SimulatorLines } from './handset/index.ts';
export type { ExtraNumber, InventoryOptions } from './inventory/index.ts';
export type { DialOutcome } from './lines/index.ts';
export {
  createTwilioSimulator,
  type SimulatorAccount,
  type SimulatorNumbers,
  type TwilioSimulator,
  type TwilioSimulatorOptions,
} from './simulator.ts';
export type {
  BillEntry,
  CarrierQuirks,
  ClockOptions,
  DestinationFormat,
  ForwardPart,
  Heard,
  Line,
  LineBehaviour,
  LineBlock,
  LineForward,
  LineKind,
  OwnedNumber,
  SimulatorClock,
  StockNumber,
  UnansweredActivation,
  WorldSnapshot,
} from './world/index.ts';
