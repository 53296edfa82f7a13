import type { Money } from '@numberkit/contract';
import type { NumberType } from '../carrier/index.ts';
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
  readonly source: 'bought';
  readonly carrierSid: string | null;
  readonly monthlyPrice: Money | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it first could take calls. */
  readonly activatedAt: Date | null;
}

/** What a move may change beside the state. */
export type NumberChange = Partial<Pick<NumberRecord, 'carrierSid' | 'activatedAt' | 'tenantId'>>;

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
   * Moves the number if it still is in state `from`; says whether it did. A move to `released` or `refused` frees
   * its E.164 for a new row. Race: one conditional UPDATE; of two movers exactly one gets `true`.
   */
  move(
    numberId: string,
    from: NumberState,
    to: NumberState,
    change: NumberChange,
    now: Date,
  ): Promise<boolean>;
}
