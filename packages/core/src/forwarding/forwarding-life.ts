import type {
  ForwardingBreak,
  ForwardingRemedy,
  ForwardingStatus,
  ForwardingTestOutcome,
} from '@numberkit/contract';

/** What a test says about whether calls are forwarded. */
export type TestVerdict = 'forwarded' | 'not-forwarded' | 'nothing';

/** A test that is done. */
export interface FinishedTest {
  readonly purpose: 'on' | 'off';
  readonly outcome: ForwardingTestOutcome;
  readonly remedy: ForwardingRemedy | null;
}

/** What happens to a forwarding. */
export type LifeEvent =
  /**
   * The tenant starts it anew. `otherwise`: other calls are to be forwarded than before, which no test has looked at.
   */
  | { readonly kind: 'started'; readonly otherwise: boolean }
  | { readonly kind: 'cancelled' }
  /** `confirms`: the test before it said the same, and was to be confirmed. */
  | { readonly kind: 'tested'; readonly test: FinishedTest; readonly confirms: boolean };

/** What follows from an event. */
export interface LifeStep {
  readonly status: ForwardingStatus;
  /** What is announced on the bus and in the trail, once. */
  readonly announce: 'verified' | 'broken' | 'off' | null;
  /** With `broken`: the likely cause. */
  readonly cause: ForwardingBreak | null;
  /** Test it once more, soon: the next test `confirms` this one. */
  readonly confirm: boolean;
}

const moves: Readonly<Record<ForwardingStatus, readonly ForwardingStatus[]>> = {
  'setting-up': ['verified', 'cancelling'],
  verified: ['setting-up', 'broken', 'cancelling'],
  broken: ['verified', 'cancelling'],
  cancelling: ['setting-up', 'off'],
  off: [],
};

/** May a forwarding go from one status to the other in one step? */
export function canMove(from: ForwardingStatus, to: ForwardingStatus): boolean {
  return moves[from].includes(to);
}

/** Where an event leads from a status. Events that change nothing lead to the status itself. */
export function nextStep(status: ForwardingStatus, event: LifeEvent): LifeStep {
  switch (event.kind) {
    case 'started':
      if (status === 'verified' && event.otherwise) return stay('setting-up');
      // Whether the tenant has dialled the cancel code meanwhile is not known, also when a call came back before.
      return stay(status === 'cancelling' ? 'setting-up' : status);
    case 'cancelled':
      return stay(canMove(status, 'cancelling') ? 'cancelling' : status);
    case 'tested':
      return afterTest(status, event.test, event.confirms);
  }
}

/** A call that came back shows that it is forwarded; that it is not, only a test that was the right one. */
export function verdictOf(test: FinishedTest): TestVerdict {
  switch (test.outcome) {
    case 'verified':
    case 'still-forwarded':
      return 'forwarded';
    case 'off':
      return 'not-forwarded';
    case 'not-forwarded':
    case 'voicemail-answered':
    case 'loop':
    case 'blocked':
      return test.remedy !== null && OTHER_TEST.has(test.remedy) ? 'nothing' : 'not-forwarded';
    case 'busy':
    case 'no-answer':
    case 'unclear':
      return 'nothing';
  }
}

/** The test was not the one that the condition needs: somebody picked up early, or the line was free. */
const OTHER_TEST: ReadonlySet<ForwardingRemedy> = new Set([
  'let-it-ring',
  'keep-line-busy',
  'hang-up',
  'test-again',
]);

function afterTest(status: ForwardingStatus, test: FinishedTest, confirms: boolean): LifeStep {
  const verdict = verdictOf(test);
  if (verdict === 'forwarded' && (status === 'setting-up' || status === 'broken')) {
    return { ...stay('verified'), announce: 'verified' };
  }
  if (status === 'cancelling' && test.outcome === 'off') return { ...stay('off'), announce: 'off' };
  if (status === 'verified' && verdict === 'not-forwarded') {
    if (!confirms) return { ...stay('verified'), confirm: true };
    return { ...stay('broken'), announce: 'broken', cause: causeOf(test.outcome) };
  }
  return stay(status);
}

function causeOf(outcome: ForwardingTestOutcome): ForwardingBreak {
  if (outcome === 'voicemail-answered') return 'voicemail-first';
  if (outcome === 'blocked') return 'refused';
  return outcome === 'loop' ? 'loop' : 'turned-off';
}

function stay(status: ForwardingStatus): LifeStep {
  return { status, announce: null, cause: null, confirm: false };
}
