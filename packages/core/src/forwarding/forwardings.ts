import type {
  Attendance,
  AttendedCall,
  CheckLineResponse,
  CodeStats,
  Forwarding,
  ForwardingCondition,
  LineKind,
  VerifyForwardingResponse,
} from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';

/** Existing lines that forward their calls to our numbers. */
export interface Forwardings {
  /**
   * Reads a line as people write it, and tells what to choose from. With the option `lookup` it asks the carrier whose
   * line it is, which costs money, is counted, and left out when a limit is reached; without, nothing is called.
   * @throws NumberkitError `invalid-line`, `line-not-allowed`, `line-is-ours`
   */
  checkLine(request: {
    readonly tenantId: string;
    readonly existingLine: string;
  }): Promise<CheckLineResponse>;
  /**
   * Begins to forward a line, or changes the carrier, condition or code of one that is begun. A new one gets a number at
   * once: the tenant's own that forwards nothing yet, else one from the pool, else one bought; so the tenant can be
   * reached before the carrier is touched. Same tenant and line, same forwarding.
   * @throws NumberkitError `invalid-line`, `line-not-allowed`, `line-is-ours`, `invalid-forwarding`, `no-number-near`,
   * `wrong-state` (its number rests), and what a purchase throws
   * @example
   * await numberkit.forwardings.start({ tenantId: 'acme', existingLine: '(510) 555-0142', carrierId: 'us-verizon' });
   */
  start(request: StartForwarding): Promise<{ readonly forwarding: Forwarding; readonly created: boolean }>;
  /** @throws NumberkitError `forwarding-not-found`, also for another tenant's */
  status(request: { readonly tenantId: string; readonly forwardingId: string }): Promise<Forwarding>;
  /** Those that are not off, newest first. */
  list(request: { readonly tenantId: string }): Promise<readonly Forwarding[]>;
  /**
   * Asks for a test call and returns at once; `follow` or `testStatus` drive it on, else the sweep does. While a test of
   * the line is open, it is the answer.
   * @throws NumberkitError `forwarding-not-found`, `invalid-forwarding`, `line-not-allowed`, `wrong-state` (its number
   * is being bought, or gone), `test-limit-reached`, `test-too-soon`, `line-being-tested`, `no-verifier`
   */
  verify(request: VerifyForwarding): Promise<VerifyForwardingResponse>;
  /** Looks at a test, and moves it on. @throws NumberkitError `test-not-found`, also for another tenant's */
  testStatus(request: {
    readonly tenantId: string;
    readonly testId: string;
  }): Promise<VerifyForwardingResponse>;
  /** The same again and again: an item for each change, until the test is done or `signal` aborts. */
  follow(request: {
    readonly tenantId: string;
    readonly testId: string;
    readonly signal: AbortSignal;
  }): AsyncIterable<VerifyForwardingResponse>;
  /**
   * The tenant wants it off: the plan to follow is `undo`. It is off when a test shows it; until then its number is not
   * released. Safe to repeat.
   * @throws NumberkitError `forwarding-not-found`
   */
  cancel(request: {
    readonly tenantId: string;
    readonly forwardingId: string;
    readonly actor?: Actor;
  }): Promise<Forwarding>;
  /** What our own tests say about each code; for ranking, and to export. */
  stats(): Promise<readonly CodeStats[]>;
  /** Asked by the voice webhook about calls to a number that forwards. Never throws. */
  attend(call: AttendedCall): Promise<Attendance>;
}

/** A line that is to be forwarded. */
export interface StartForwarding {
  readonly tenantId: string;
  /** However people write it. */
  readonly existingLine: string;
  /** From `checkLine`; null: unknown. */
  readonly carrierId?: string | null;
  /** Default: the carrier's first kind. */
  readonly lineKind?: LineKind;
  /** Default: `unanswered` where the line can, else `all`. */
  readonly condition?: ForwardingCondition;
  /** Which of the known ways to show, from 0. */
  readonly alternative?: number;
  readonly actor?: Actor;
}

/** A test that is wanted. */
export interface VerifyForwarding {
  readonly tenantId: string;
  readonly forwardingId: string;
  /** Default: `off` while it is `cancelling`, else `on`. */
  readonly purpose?: 'on' | 'off';
  /** Default: the forwarding's own, and to prove `off` what leaves nothing open. With `unanswered`, one of its parts. */
  readonly condition?: ForwardingCondition;
  readonly actor?: Actor;
}
