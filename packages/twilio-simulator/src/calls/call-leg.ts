import type { Callback } from '../twiml/index.ts';
import type { Call, CallDirection, CallStatus } from '../world/index.ts';
import { FINAL_CALL_STATUSES } from '../world/index.ts';
import type { AnsweredBy } from './answered-by.ts';
import { CallLog } from './call-log.ts';
import type { CallNetwork } from './call-network.ts';
import type { CallSubject } from './call-subject.ts';
import { chargeCall } from './charge-call.ts';
import { PhoneLine } from './phone-line.ts';
import { StatusReporter } from './status-reporter.ts';
import type { TwimlSource } from './twiml-source.ts';

export type FinalStatus = 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';

export interface LegDetails {
  readonly from: string;
  readonly to: string;
  readonly direction: CallDirection;
  readonly phoneNumberSid?: string | null;
  readonly parentCallSid?: string | null;
  readonly forwardedFrom?: string | null;
  readonly callerName?: string | null;
  readonly stirVerstat?: string | undefined;
  readonly status?: CallStatus;
  readonly statusCallback?: Callback | undefined;
  readonly statusEvents?: readonly string[];
  /** Asked when a document cannot be had or executed. */
  readonly fallback?: Callback | undefined;
  /** How many calls led to this one: ends the loop of a number that dials itself. */
  readonly hops?: number;
  /** False for a call that never reaches the account, such as one to a number nobody owns. */
  readonly ofAccount?: boolean;
}

/** One live call leg: its record, its wire, its log, and how it ends. */
export class CallLeg implements CallSubject {
  readonly call: Call;
  readonly log: CallLog;
  readonly line: PhoneLine;
  readonly hops: number;
  readonly stirVerstat: string | undefined;
  /** True for a call between two phones outside the account, which is neither listed nor charged. */
  readonly isOutside: boolean;
  /** Who picked up at the far end; undefined while nobody has, or nobody knows. */
  pickedUpBy: AnsweredBy | undefined;
  readonly reporter: StatusReporter;
  fallback: Callback | undefined;
  /** True when the call was answered, false when it ended before. */
  readonly answered: Promise<boolean>;
  /** Resolves when the call ends, answered or not. */
  readonly ended: Promise<void>;
  /** Where following work of the call reports that it is done: status callbacks, late actions. */
  readonly pending = new Set<Promise<unknown>>();
  readonly #network: CallNetwork;
  readonly #over = new AbortController();
  #document = new AbortController();
  #redirect: TwimlSource | undefined;
  #answeredAt: Date | undefined;
  #sipCode: number | undefined;
  #settleAnswered: (answered: boolean) => void = () => {};

  constructor(network: CallNetwork, details: LegDetails) {
    this.#network = network;
    this.call = newCall(network, details);
    this.log = new CallLog(() => network.world.clock.now());
    this.line = new PhoneLine(this.log);
    this.hops = details.hops ?? 0;
    this.stirVerstat = details.stirVerstat;
    this.isOutside = details.ofAccount === false;
    this.fallback = details.fallback;
    this.reporter = new StatusReporter(
      this,
      network,
      details.statusCallback,
      details.statusEvents ?? ['completed'],
    );
    this.answered = new Promise((resolve) => {
      this.#settleAnswered = resolve;
    });
    this.ended = new Promise((resolve) => {
      this.over.addEventListener('abort', () => resolve(), { once: true });
    });
    if (!this.isOutside) network.world.calls.add(this.call);
  }

  /** Aborted once the call has ended. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  get sipCode(): number | undefined {
    return this.#sipCode;
  }

  get isAnswered(): boolean {
    return this.#answeredAt !== undefined;
  }

  /** Starts a new document; the signal is aborted when the call ends or is redirected. */
  openDocument(): AbortSignal {
    this.#document = new AbortController();
    if (this.over.aborted || this.#redirect) this.#document.abort();
    return this.#document.signal;
  }

  /** Leaves the running document for another. */
  redirect(source: TwimlSource): void {
    this.#redirect = source;
    this.#document.abort();
  }

  takeRedirect(): TwimlSource | undefined {
    const source = this.#redirect;
    this.#redirect = undefined;
    return this.over.aborted ? undefined : source;
  }

  ring(): void {
    if (!this.over.aborted) this.#setStatus('ringing');
  }

  /** Picks up. Does nothing when already answered or over. */
  answer(): void {
    if (this.#answeredAt || this.over.aborted) return;
    this.#answeredAt = this.#now();
    this.call.startedAt ??= this.#answeredAt;
    this.#setStatus('in-progress');
    this.#settleAnswered(true);
  }

  /**
   * Ends the call once; a status other than `completed` only counts for a call that was not answered, and so does a
   * SIP code, which is that of the status when none is given.
   */
  end(status: FinalStatus, sipCode?: number): void {
    if (this.over.aborted) return;
    if (!this.#answeredAt) this.#sipCode = sipCode;
    const endedAt = this.#now();
    this.call.endedAt = endedAt;
    this.call.startedAt ??= this.call.createdAt;
    const answeredMs = this.#answeredAt ? endedAt.getTime() - this.#answeredAt.getTime() : 0;
    this.call.durationSeconds = Math.ceil(answeredMs / 1000);
    if (this.#answeredAt && !this.isOutside) chargeCall(this.#network.world, this.call);
    this.#setStatus(this.#answeredAt ? 'completed' : status);
    this.#settleAnswered(false);
    this.#over.abort();
    this.#document.abort();
  }

  /** Forgets the call in the middle: nobody is told and nothing is charged. */
  drop(): void {
    this.reporter.silence();
    this.#over.abort();
    this.#document.abort();
  }

  get isDropped(): boolean {
    return this.over.aborted && this.call.endedAt === null;
  }

  /** Resolves once nothing more will happen on behalf of this call. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled([...this.pending]);
  }

  /** Adds work that `settled` waits for. */
  track(work: Promise<unknown>): void {
    const done = work.catch(() => undefined).finally(() => this.pending.delete(done));
    this.pending.add(done);
  }

  #setStatus(status: CallStatus): void {
    if (FINAL_CALL_STATUSES.includes(this.call.status)) return;
    this.call.status = status;
    this.call.updatedAt = this.#now();
    this.log.record({ kind: 'status', status });
    this.reporter.statusChanged(status);
  }

  #now(): Date {
    return this.#network.world.clock.now();
  }
}

function newCall(network: CallNetwork, details: LegDetails): Call {
  const now = network.world.clock.now();
  return {
    sid: network.ids.sid('CA'),
    parentCallSid: details.parentCallSid ?? null,
    from: details.from,
    to: details.to,
    phoneNumberSid: details.phoneNumberSid ?? null,
    direction: details.direction,
    createdAt: now,
    updatedAt: now,
    status: details.status ?? 'ringing',
    startedAt: null,
    endedAt: null,
    durationSeconds: null,
    priceMicros: null,
    priceUnit: 'USD',
    answeredBy: null,
    forwardedFrom: details.forwardedFrom ?? null,
    callerName: details.callerName ?? null,
    queueTimeMs: 0,
    trunkSid: null,
    groupSid: null,
  };
}
