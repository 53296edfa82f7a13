import type {
  CheckLineResponse,
  Forwarding,
  ForwardingCondition,
  ForwardingTest,
  LineKind,
} from '@numberkit/contract';
import type { Failure } from '../setup/index.ts';

/**
 * Where the customer is. `guide` and `undo` show a plan; `test` shows a test call and what came of it; `on`, `broken`
 * and `off` are what tests have proved.
 */
export type ForwardingView =
  | 'line'
  | 'carrier'
  | 'when'
  | 'guide'
  | 'test'
  | 'on'
  | 'broken'
  | 'undo'
  | 'off';

/** Everything the forwarding of one line knows. Never changed in place. */
export interface ForwardingModel {
  readonly view: ForwardingView;
  readonly online: boolean;
  readonly line: LineAnswer;
  readonly carrier: CarrierAnswer;
  /** Null: what we recommend. */
  readonly condition: ForwardingCondition | null;
  /** Null until one is begun. */
  readonly forwarding: Forwarding | null;
  /** What the guide shows: the plan, or in its place the settings of the phone, or what to tell the phone company. */
  readonly way: GuideWay;
  /** The test on screen. */
  readonly test: ForwardingTest | null;
  readonly work: Work | null;
  readonly failure: WorkFailure | null;
}

/** The customer's own number. */
export interface LineAnswer {
  /** As typed. */
  readonly text: string;
  readonly problem: LineProblem | null;
  /** What the server says about the line, and the text it is about. */
  readonly checked: CheckLineResponse | null;
  readonly checkedText: string;
  /** "Continue" was pressed before the server had answered. */
  readonly wanted: boolean;
}

/** `empty` and `short` are seen here; the others are what the server says. */
export type LineProblem =
  | 'empty'
  | 'short'
  | 'unknown'
  | 'not-allowed'
  | 'ours'
  | 'too-often'
  | 'unreachable';

/** The phone company and the kind of line. */
export interface CarrierAnswer {
  readonly filter: string;
  readonly showsAll: boolean;
  /** Null: nothing chosen yet. */
  readonly id: string | null;
  /** Null: the first kind of the carrier. */
  readonly kind: LineKind | null;
}

/** One way to turn a forwarding on or off. */
export type GuideWay = 'plan' | 'settings' | 'ask';

/** Something the server is doing for the customer. */
export interface Work {
  readonly kind: WorkKind;
  /** Under 4 s, under 15 s, longer. */
  readonly patience: 'fresh' | 'slow' | 'long';
}

export type WorkKind = 'check' | 'start' | 'cancel' | 'verify' | 'follow';

/** What failed and why. */
export interface WorkFailure {
  readonly during: WorkKind;
  readonly failure: Failure;
  /** For how many seconds trying again would be refused; null when it may be tried. */
  readonly waitSeconds: number | null;
}

/** The model before anything happened. */
export const initialForwarding: ForwardingModel = {
  view: 'line',
  online: true,
  line: { text: '', problem: null, checked: null, checkedText: '', wanted: false },
  carrier: { filter: '', showsAll: false, id: null, kind: null },
  condition: null,
  forwarding: null,
  way: 'plan',
  test: null,
  work: null,
  failure: null,
};
