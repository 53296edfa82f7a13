export type {
  AgentConfig,
  AgentParameters,
  ConversationRelayAgent,
  DialAgent,
  MediaStreamAgent,
  RedirectAgent,
  RelayLanguage,
  SayAgent,
  SipAgent,
} from './agent.ts';
export type {
  CancelForwardingRequest,
  CodeStats,
  Forwarding,
  ForwardingBreak,
  ForwardingResponse,
  ForwardingStatsResponse,
  ForwardingStatus,
  SetupForwardingRequest,
  VerifyForwardingRequest,
  VerifyForwardingResponse,
} from './forwarding.ts';
export type {
  CarrierChoice,
  CheckLineRequest,
  CheckLineResponse,
  ExistingLine,
  ForwardingCondition,
  LineChoice,
  LineKind,
} from './forwarding-line.ts';
export type {
  AskCarrierStep,
  DialStep,
  ForwardingPlan,
  ForwardingStep,
  SettingsStep,
} from './forwarding-plan.ts';
export type {
  ForwardingRemedy,
  ForwardingTest,
  ForwardingTestOutcome,
} from './forwarding-test.ts';
export type { Money } from './money.ts';
export type {
  ReleaseNumberBody,
  ReleaseNumberResponse,
  TransferNumberBody,
  TransferNumberResponse,
} from './number-life.ts';
export { DEFAULT_BASE_PATH, IDEMPOTENCY_KEY_HEADER, paths } from './paths.ts';
export type {
  ClaimNumberRequest,
  PoolArea,
  PoolResponse,
  PrebuyAreaResult,
  PrebuyNumbersRequest,
  PrebuyNumbersResponse,
} from './pool.ts';
export type { FieldProblem, Problem } from './problem.ts';
export type {
  NumberResponse,
  PurchaseNumberRequest,
  TenantNumber,
  TenantNumberStatus,
} from './purchase-number.ts';
export type { RunSweepRequest, RunSweepResponse } from './run-sweep.ts';
export type {
  AreaCodeSuggestion,
  OfferedNumber,
  SearchNumbersRequest,
  SearchNumbersResponse,
  VanityMatch,
} from './search-numbers.ts';
export type { SetupPath, SetupState } from './setup-state.ts';
export type { Attendance, AttendedCall, RouteSource, VoiceRoute } from './voice-route.ts';
