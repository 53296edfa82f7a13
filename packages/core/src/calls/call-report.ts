import type { CarrierCall } from '../carrier/index.ts';
import type { CallDirection, CallFacts, CallOutcome } from './call-record.ts';

/**
 * One status callback of the carrier. What `onCallStatus` of `@numberkit/webhook` is told fits as it is.
 * Personal data: `from` and `to`.
 */
export interface CallReport {
  /** `CA…` */
  readonly callSid: string;
  /** Twilio's word, such as `in-progress` or `completed`. One that is not known says nothing. */
  readonly status: string;
  /** E.164, or what the carrier shows for a caller without a number. */
  readonly from: string;
  readonly to: string;
  /** `inbound`, or a word that begins with `outbound`. */
  readonly direction: string;
  /** Whole seconds; null before the end. */
  readonly durationSeconds: number | null;
  /** Minutes the carrier bills; null before the end. */
  readonly billedMinutes: number | null;
  /** When it happened, ISO 8601; null when the carrier did not say. */
  readonly timestamp: string | null;
  /** How the called network ended it, such as 486; absent or null when the carrier did not say. */
  readonly sipResponseCode?: number | null;
}

/** What one source says about one call, and the number of ours it is a call of. */
export interface Sighting {
  readonly callSid: string;
  /** E.164 of the side that is ours, if it is. */
  readonly ourNumber: string;
  readonly facts: CallFacts;
}

const OUTCOMES: readonly string[] = ['completed', 'busy', 'no-answer', 'failed', 'canceled'];

/** Reads a status callback. */
export function readReport(report: CallReport): Sighting {
  const direction: CallDirection = report.direction.startsWith('outbound') ? 'outbound' : 'inbound';
  const outcome = readOutcome(report.status);
  const at = report.timestamp === null ? null : readDate(report.timestamp);
  const seconds = readCount(report.durationSeconds);
  const over = outcome !== 'open';
  return {
    callSid: report.callSid,
    ourNumber: direction === 'inbound' ? report.to : report.from,
    facts: {
      direction,
      outcome,
      answered: outcome === 'completed' || report.status === 'in-progress',
      // A report of the end tells the start by the length; without the length the end is all there is to know.
      startedAt: over ? before(at, seconds) : at,
      endedAt: over ? at : null,
      seconds,
      billedMinutes: readCount(report.billedMinutes) ?? begunMinutes(seconds),
      price: null,
      otherParty: otherParty(direction, report),
    },
  };
}

/** Reads a call as the carrier's own list has it. */
export function readCarrierCall(call: CarrierCall): Sighting {
  const { direction, startedAt, durationSeconds: seconds, price } = call;
  const outcome = readOutcome(call.status);
  return {
    callSid: call.sid,
    ourNumber: direction === 'inbound' ? call.to : call.from,
    facts: {
      direction,
      outcome,
      answered: outcome === 'completed' || call.status === 'in-progress',
      startedAt,
      endedAt: outcome === 'open' ? null : before(startedAt, seconds === null ? null : -seconds),
      seconds,
      billedMinutes: begunMinutes(seconds),
      price,
      otherParty: otherParty(direction, call),
    },
  };
}

/** Is it the end of a call that we placed ourselves, as opposed to one that a caller was put through on? */
export function isEndOfOwnCall({ direction, status }: CallReport): boolean {
  return direction === 'outbound-api' && readOutcome(status) !== 'open';
}

function readOutcome(status: string): CallOutcome {
  // The list holds exactly the outcomes but `open`.
  return OUTCOMES.includes(status) ? (status as CallOutcome) : 'open';
}

function readDate(text: string): Date | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time);
}

function readCount(value: number | null): number | null {
  return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function before(at: Date | null, seconds: number | null): Date | null {
  return at === null || seconds === null ? null : new Date(at.getTime() - seconds * 1000);
}

function begunMinutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.ceil(seconds / 60);
}

function otherParty(direction: CallDirection, { from, to }: { from: string; to: string }): string | null {
  return (direction === 'inbound' ? from : to) || null;
}
