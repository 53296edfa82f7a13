import type { Kysely } from 'kysely';

/** A moment as the driver hands it over: ISO text from SQLite, a Date from PostgreSQL. Written as ISO text. */
export type StoredTime = string | Date;
/** A 64-bit integer as the driver hands it over: PostgreSQL's driver gives text. Written as a number. */
export type StoredCount = number | string | bigint;
/** JSON as the driver hands it over: text, or already parsed. Written as text. */
export type StoredJson = unknown;

export interface NumbersTable {
  id: string;
  /** Sealed. */
  e164: string;
  /** Blind index; null once the number's life is over. */
  e164_index: string | null;
  state: string;
  tenant_id: string | null;
  type: string;
  country: string;
  area_code: string | null;
  locality: string | null;
  region: string | null;
  source: string;
  carrier_sid: string | null;
  price_micros: StoredCount | null;
  price_currency: string | null;
  created_at: StoredTime;
  updated_at: StoredTime;
  activated_at: StoredTime | null;
  reclaim_at: StoredTime | null;
  reclaim_warned: number | null;
  rest_until: StoredTime | null;
  due_at: StoredTime | null;
  settings_mark: string | null;
  /** Until then one process points it. */
  pointing_until: StoredTime | null;
  /** Such as `voice,sms`; null when the carrier did not tell. */
  capabilities: string | null;
  /** Until then a pooled number answers its own keep-alive call. */
  exercise_until: StoredTime | null;
  /** When it was last seen to have had calls enough. */
  active_at: StoredTime | null;
  /** Until then its calls may be test calls, and are shown to the forwarding room first. */
  attended_until: StoredTime | null;
}

export interface OperationsTable {
  id: string;
  kind: string;
  state: string;
  tenant_id: string;
  /** Sealed: a host may well build its key from a phone number. */
  idempotency_key: string;
  /** Blind index of the key. */
  idempotency_index: string;
  attempt: number;
  fingerprint: string;
  number_id: string;
  /** Sealed JSON array. */
  alternatives: string;
  price_micros: StoredCount | null;
  price_currency: string | null;
  limit_window: string;
  calls: number;
  lease_until: StoredTime;
  failure: string | null;
  created_at: StoredTime;
  updated_at: StoredTime;
}

export interface TenantsTable {
  id: string;
  /** Sealed, as the four that follow. */
  name: string | null;
  agent: string | null;
  recovery_phone: string | null;
  location: string | null;
  traits: string | null;
  plan: string | null;
  entitlements: StoredJson;
  created_at: StoredTime;
  updated_at: StoredTime;
}

export interface TrailTable {
  id: string;
  at: StoredTime;
  event: string;
  actor_kind: string;
  actor_id: string;
  tenant_id: string | null;
  number_id: string | null;
  operation_id: string | null;
  reason: string;
  data: StoredJson;
}

export interface LimitsTable {
  limit_key: string;
  limit_window: string;
  used: StoredCount;
}

export interface CallsTable {
  call_sid: string;
  number_id: string;
  tenant_id: string | null;
  direction: string;
  outcome: string;
  answered: number;
  started_at: StoredTime | null;
  ended_at: StoredTime | null;
  seconds: StoredCount | null;
  billed_minutes: StoredCount | null;
  price_micros: StoredCount | null;
  price_currency: string | null;
  /** Sealed. */
  other_party: string | null;
  recorded_at: StoredTime;
  happened_at: StoredTime;
  month: string;
}

export interface ProofsTable {
  number_id: string;
  tenant_id: string;
  call_sid: string;
  proven_at: StoredTime;
}

/** Facts about the database itself, such as which index key it was filled with. */
export interface SettingsTable {
  name: string;
  value: string;
}

/** Claims on the pool, served or not. */
export interface ClaimsTable {
  id: string;
  tenant_id: string;
  /** Blind index of the key; null when the claim has none. */
  idempotency_index: string | null;
  fingerprint: string;
  asked_area_code: string | null;
  number_id: string | null;
  given_area_code: string | null;
  created_at: StoredTime;
}

/** One row per area code that the pool ever bought in; there only to be locked. */
export interface PoolAreasTable {
  area_code: string;
}

export interface LeasesTable {
  name: string;
  holder: string;
  lease_until: StoredTime;
}

/** The last run of each sweep. */
export interface SweepsTable {
  name: string;
  started_at: StoredTime;
  finished_at: StoredTime | null;
  failure: string | null;
}

export interface ForwardingsTable {
  id: string;
  tenant_id: string;
  number_id: string | null;
  number_attempt: number;
  /** Sealed. */
  existing_line: string;
  /** Blind index. */
  line_index: string;
  country: string;
  carrier_id: string | null;
  line_kind: string;
  condition: string;
  alternative: number;
  code: string | null;
  earlier_ways: StoredJson;
  status: string;
  created_at: StoredTime;
  updated_at: StoredTime;
  verified_at: StoredTime | null;
  doubted_at: StoredTime | null;
  broken_at: StoredTime | null;
  broken_cause: string | null;
  cancelled_at: StoredTime | null;
  check_at: StoredTime | null;
  checks: number;
}

export interface ForwardingTestsTable {
  id: string;
  forwarding_id: string;
  tenant_id: string;
  number_id: string;
  purpose: string;
  condition: string;
  /** Sealed. */
  existing_line: string;
  /** Sealed. */
  verifier: string;
  actor_kind: string;
  actor_id: string;
  stage: string;
  outcome: string | null;
  remedy: string | null;
  code: string;
  carrier_id: string;
  line_kind: string;
  plan_condition: string;
  placed_at: StoredTime;
  ends_by: StoredTime;
  created_at: StoredTime;
  ended_at: StoredTime | null;
  lease_until: StoredTime;
  look_at: StoredTime;
  call_sid: string | null;
  call_status: string | null;
  answered_by: string | null;
  call_seconds: number | null;
  refusal: string | null;
  sip_code: number | null;
  ringing_at: StoredTime | null;
  answered_at: StoredTime | null;
  over_at: StoredTime | null;
  /** Blind index of the line while the test is open. */
  open_line: string | null;
  /** The number while the test is open. */
  open_number: string | null;
}

/** Calls that came in at the number while a test was open. */
export interface ForwardingLegsTable {
  test_id: string;
  call_sid: string;
  /** `verifier` or `line`. */
  caller: string;
  at: StoredTime;
}

/** When the last call of a kind took its turn; one row each, there to be locked. */
export interface TurnsTable {
  name: string;
  taken_at: StoredTime;
}

/** All tables, by the names they have in the database. */
export interface Database {
  numberkit_numbers: NumbersTable;
  numberkit_operations: OperationsTable;
  numberkit_tenants: TenantsTable;
  numberkit_trail: TrailTable;
  numberkit_limits: LimitsTable;
  numberkit_calls: CallsTable;
  numberkit_proofs: ProofsTable;
  numberkit_settings: SettingsTable;
  numberkit_claims: ClaimsTable;
  numberkit_pool_areas: PoolAreasTable;
  numberkit_leases: LeasesTable;
  numberkit_sweeps: SweepsTable;
  numberkit_forwardings: ForwardingsTable;
  numberkit_forwarding_tests: ForwardingTestsTable;
  numberkit_forwarding_legs: ForwardingLegsTable;
  numberkit_turns: TurnsTable;
}

/** The engines that the statements know. They differ in little more than row locks and column types. */
export type EngineName = 'sqlite' | 'postgres';

/**
 * What a store works with. Outside a transaction reads may go to a connection of their own, so that they do not
 * wait behind a writer; inside a transaction both are that transaction.
 */
export interface Connections {
  readonly engine: EngineName;
  readonly reads: Kysely<Database>;
  readonly writes: Kysely<Database>;
}
