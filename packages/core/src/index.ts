export type {
  Actor,
  Log,
  LogEntry,
  TrailEntry,
  TrailEvent,
  TrailQuery,
} from './activity/index.ts';
export type {
  CallDirection,
  CallFacts,
  CallOutcome,
  CallRecord,
  CallReport,
  Calls,
  CallsQuery,
  FillReport,
  MonthUsage,
  UsageQuery,
} from './calls/index.ts';
export type {
  AvailableNumber,
  BuyAnswer,
  CallAnswer,
  CallOrder,
  CallQuery,
  CallStatus,
  Carrier,
  CarrierAccount,
  CarrierCall,
  CarrierMethod,
  CarrierNumber,
  CarrierSearch,
  EmergencyAddress,
  NumberOrder,
  NumberPrices,
  NumberSettings,
  NumberType,
  RefusalReason,
  ReleaseAnswer,
} from './carrier/index.ts';
export type { Clock } from './clock.ts';
export type { Check, CheckName, CheckOutcome, Doctor, DoctorReport } from './doctor/index.ts';
export { type ErrorKind, isNumberkitError, NumberkitError } from './errors.ts';
export type { EventHandler, NumberkitEvents } from './events.ts';
export type {
  Access,
  Authorize,
  CreatedSession,
  DevelopmentBypass,
  NewSession,
  PurchaseLimits,
  Role,
  Session,
  Sessions,
} from './guard/index.ts';
export type { SettleReport } from './ledger/index.ts';
export { createNumberkit, type Numberkit } from './numberkit.ts';
export type {
  BuyNumberRequest,
  NumberHistory,
  NumberLife,
  NumberRecord,
  Numbers,
  ReclaimingNumber,
  ReclaimPolicy,
  ReclaimReport,
  ReclaimTarget,
  Released,
  ReleaseNumber,
  ReleaseNumberRequest,
  RepointProgress,
  RepointRequest,
  StartReclaimRequest,
  TransferNumber,
  TransferNumberRequest,
  UndoReclaimRequest,
} from './numbers/index.ts';
export type { NumberkitOptions } from './options.ts';
export type {
  AreaBill,
  AreaPlan,
  AreaResult,
  ClaimRequest,
  DemandPolicy,
  IdlePolicy,
  KeepAliveReport,
  Pool,
  PoolAreaStatus,
  PoolPolicy,
  PoolStatus,
  PrebuyRequest,
  PrebuyRun,
  PrebuyStep,
  PrebuySummary,
  ReplenishmentPlan,
  ReplenishReport,
  ReplenishRequest,
} from './pool/index.ts';
export {
  type DevelopmentKeysOptions,
  developmentKeys,
  type Environment,
  environmentKeys,
  type KeyRing,
  parseKeyRing,
  type RingKey,
} from './privacy/index.ts';
export type {
  Drift,
  DriftedField,
  Finding,
  FindingKind,
  Ghost,
  Orphan,
  OrphanReason,
  Reconcile,
  ReconcileProgress,
  ReconcileReport,
  ReconcileRequest,
  Repair,
  RepairPolicy,
  ReportedFinding,
  Severity,
  Stuck,
} from './reconcile/index.ts';
export type { Storage, StorageInspection, StorageProvider, Stores } from './storage/index.ts';
export type { SweepName, SweepOutcome, SweepPauses, SweepRun, Sweeps } from './sweeps/index.ts';
export type { BusinessLocation, Tenant, TenantChange, Tenants } from './tenants/index.ts';
