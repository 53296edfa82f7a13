import type {
  CodeStats,
  ForwardingCondition,
  ForwardingRemedy,
  ForwardingTest,
  ForwardingTestOutcome,
  LineKind,
} from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';
import type { CarrierCall } from '../carrier/index.ts';

/** One test call: intended, under way, or over. */
export interface ForwardingTestRecord {
  /** `fwt_…` */
  readonly id: string;
  readonly forwardingId: string;
  readonly tenantId: string;
  readonly numberId: string;
  readonly purpose: ForwardingTest['purpose'];
  readonly condition: ForwardingCondition;
  /** E.164, both; encrypted at rest. */
  readonly existingLine: string;
  readonly verifier: string;
  readonly actor: Actor;
  readonly stage: ForwardingTest['stage'];
  readonly outcome: ForwardingTestOutcome | null;
  readonly remedy: ForwardingRemedy | null;
  /** What was set up when it was asked for; for the statistics. */
  readonly code: string;
  /** Of the dial codes, a standard included. */
  readonly carrierId: string;
  readonly lineKind: LineKind;
  readonly planCondition: ForwardingCondition;
  readonly placedAt: Date;
  readonly endsBy: Date;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  /** Until then one process drives it. */
  readonly leaseUntil: Date;
  /** When the carrier may be asked about our call next. */
  readonly lookAt: Date;
  /** The carrier's id of our call; null until it is known. */
  readonly callSid: string | null;
  /** As last read; null until it is known. */
  readonly callStatus: CarrierCall['status'] | null;
  readonly answeredBy: CarrierCall['answeredBy'];
  readonly callSeconds: number | null;
  /** The carrier's word for why it did not place the call, or why it failed. */
  readonly refusal: string | null;
  /** Of the call's end, where a status callback told. */
  readonly sipCode: number | null;
  /** When our call was first seen to ring. */
  readonly ringingAt: Date | null;
  /** When it was first seen to be answered. */
  readonly answeredAt: Date | null;
  /** When it ended, or was first seen to be over. */
  readonly overAt: Date | null;
}

/** A call that came in at the number while a test was open. `line`: it shows the existing line as its caller. */
export interface ForwardingLeg {
  readonly callSid: string;
  readonly from: 'verifier' | 'line';
  readonly at: Date;
}

/** What a change may touch. */
export type ForwardingTestChange = Partial<
  Pick<
    ForwardingTestRecord,
    | 'placedAt'
    | 'endsBy'
    | 'stage'
    | 'outcome'
    | 'remedy'
    | 'endedAt'
    | 'leaseUntil'
    | 'callSid'
    | 'callStatus'
    | 'answeredBy'
    | 'callSeconds'
    | 'refusal'
    | 'sipCode'
    | 'lookAt'
    | 'ringingAt'
    | 'answeredAt'
    | 'overAt'
  >
>;

/** PORT: test calls of forwardings. A test is open until its stage is `done`. */
export interface ForwardingTestStore {
  /**
   * The moment at which the next call may be placed: one second after the one before, and not before `now`. Only in a
   * transaction; rolled back, the turn was not taken.
   * Race: one row that every caller locks, so turns of all tenants are given one after another, and no two are less
   * than a second apart.
   */
  takeTurn(now: Date): Promise<Date>;
  /**
   * Inserts the test unless its line or its number has an open one; says whether it did.
   * Race: two unique columns, cleared when a test is done, with ON CONFLICT DO NOTHING; of many callers exactly one
   * gets `true`.
   */
  insert(test: ForwardingTestRecord): Promise<boolean>;
  get(testId: string): Promise<ForwardingTestRecord | undefined>;
  /** The open test of this line, whichever tenant's. */
  findOpenByLine(existingLine: string): Promise<ForwardingTestRecord | undefined>;
  /** The open test that this number waits for. */
  findOpenByNumber(numberId: string): Promise<ForwardingTestRecord | undefined>;
  /** The test that placed this call. */
  findByCall(callSid: string): Promise<ForwardingTestRecord | undefined>;
  /** Newest first. */
  listByForwarding(forwardingId: string, limit: number): Promise<readonly ForwardingTestRecord[]>;
  /**
   * The test, if it is open and nobody's lease on it runs; leased until `leaseUntil`.
   * Race: one conditional UPDATE; of many callers exactly one gets it.
   */
  lease(testId: string, now: Date, leaseUntil: Date): Promise<ForwardingTestRecord | undefined>;
  /** Open tests without a running lease whose turn has come, oldest first; not leased. */
  listDue(now: Date, limit: number): Promise<readonly ForwardingTestRecord[]>;
  /**
   * The test, kept from others until the transaction ends.
   * Race: `FOR UPDATE` where the engine has row locks; on SQLite a transaction has the database to itself.
   */
  lock(testId: string): Promise<ForwardingTestRecord | undefined>;
  /**
   * Changes the test if it is in one of these stages; says whether it did. A change to `done` frees line and number.
   * Race: one conditional UPDATE; of two that end a test exactly one gets `true`.
   */
  change(
    testId: string,
    from: readonly ForwardingTest['stage'][],
    change: ForwardingTestChange,
  ): Promise<boolean>;
  /**
   * Notes a call that came in at the number; once, however often it is told. Only in a transaction that has locked the
   * test, so that whoever ends the test has seen the call, or the call has seen the end.
   */
  noteLeg(testId: string, leg: ForwardingLeg): Promise<void>;
  /** The calls that were noted, in their order. */
  legs(testId: string): Promise<readonly ForwardingLeg[]>;
  /**
   * What the tests say about each code: a forwarding counts once for each code that was tried, as proved when one test
   * came back, else as failed when one certainly did not.
   */
  tally(): Promise<readonly CodeStats[]>;
}
