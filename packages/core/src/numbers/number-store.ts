import type { Money } from '@numberkit/contract';
import type { AvailableNumber, NumberType } from '../carrier/index.ts';
import type { NumberState } from './number-life.ts';

/** One number at the carrier, or on its way to or from it. */
export interface NumberRecord {
  /** `num_…` */
  readonly id: string;
  /** E.164. Encrypted at rest; found by blind index. */
  readonly phoneNumber: string;
  readonly state: NumberState;
  readonly tenantId: string | null;
  readonly type: NumberType;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly areaCode: string | null;
  readonly locality: string | null;
  readonly region: string | null;
  /** What the carrier sold it as; null when it did not tell. */
  readonly capabilities: NumberCapabilities | null;
  readonly source: 'bought';
  readonly carrierSid: string | null;
  readonly monthlyPrice: Money | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it first could take calls. */
  readonly activatedAt: Date | null;
  /** End of the grace period of a number that is being reclaimed; null when it is not. */
  readonly reclaimAt: Date | null;
  /** The last warning given of it: so many days before `reclaimAt`. */
  readonly reclaimWarned: number | null;
  /** A resting number goes on after this. */
  readonly restUntil: Date | null;
  /** When the sweep `reclaim` has to look at it next; null: never. */
  readonly dueAt: Date | null;
  /** Which voice settings the carrier was last told for it, see `settingsMark`; null when nobody noted it. */
  readonly settingsMark: string | null;
}

/** What a number can do. */
export type NumberCapabilities = AvailableNumber['capabilities'];

/** What a move may change beside the state. */
export type NumberChange = Partial<
  Pick<
    NumberRecord,
    | 'carrierSid'
    | 'activatedAt'
    | 'tenantId'
    | 'reclaimAt'
    | 'reclaimWarned'
    | 'restUntil'
    | 'dueAt'
    | 'settingsMark'
  >
>;

/** How a number must still be for a move to happen; what is not named may be anything. */
export type NumberExpectation = Pick<NumberRecord, 'state'> &
  Partial<Pick<NumberRecord, 'tenantId' | 'reclaimAt' | 'reclaimWarned' | 'restUntil'>>;

/** How far the estate is with voice settings. */
export interface PointedCount {
  readonly pointed: number;
  /** Not yet, or with other settings. */
  readonly left: number;
}

/** PORT: number records. */
export interface NumberStore {
  /**
   * Inserts the number unless a live one (any state but `released` and `refused`) has the same E.164, and says
   * whether it did. Race: unique blind index with ON CONFLICT DO NOTHING; of many tenants that want one number
   * exactly one gets `true`.
   */
  insert(number: NumberRecord): Promise<boolean>;
  get(numberId: string): Promise<NumberRecord | undefined>;
  /** The live number with this E.164. */
  findByPhoneNumber(phoneNumber: string): Promise<NumberRecord | undefined>;
  /** Newest first, all states. */
  listByTenant(tenantId: string): Promise<readonly NumberRecord[]>;
  /**
   * Moves the number if it still is as `from` says (a state, or a state and more); says whether it did. `to` may be
   * the same state, to change only what `change` names. A move to `released` or `refused` frees its E.164 for a new
   * row. Race: one conditional UPDATE; of two movers that expect the same exactly one gets `true`, unless the first
   * left everything as the second expects it.
   * @throws RangeError when no number may go from the one state to the other; see `number-life.ts`.
   */
  move(
    numberId: string,
    from: NumberState | NumberExpectation,
    to: NumberState,
    change: NumberChange,
    now: Date,
  ): Promise<boolean>;
  /** Numbers whose next step is due (`dueAt` at or before `now`), the longest overdue first. */
  listDue(now: Date, limit: number): Promise<readonly NumberRecord[]>;
  /**
   * Takes numbers of ours that the carrier points elsewhere than `settingsMark` says, and leases them until
   * `leaseUntil`, by id. Only numbers that live at the carrier (`pooled`, `assigned`, `resting`).
   * Race: each number goes to exactly one caller until its lease ends (PostgreSQL: FOR UPDATE SKIP LOCKED; SQLite:
   * one UPDATE … RETURNING).
   */
  claimUnpointed(
    settingsMark: string,
    now: Date,
    leaseUntil: Date,
    limit: number,
  ): Promise<readonly NumberRecord[]>;
  /** Notes that the carrier points the number as `settingsMark` says, and ends the lease. */
  notePointed(numberId: string, settingsMark: string, now: Date): Promise<void>;
  /** Counts the numbers that `claimUnpointed` is about. */
  countPointed(settingsMark: string): Promise<PointedCount>;
}
