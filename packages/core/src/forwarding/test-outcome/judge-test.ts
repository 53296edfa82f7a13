import type { ForwardingRemedy, ForwardingTestOutcome } from '@numberkit/contract';
import type { TestEvidence } from './evidence.ts';
import { OFF_TABLE, ON_TABLE, type TableRemedy } from './outcome-tables.ts';
import { proofOfLegs } from './proof-of-legs.ts';
import { signOfCall } from './sign-of-call.ts';

/**
 * `wait`: nothing can be said yet. `ask`: all points to `off`; ask the carrier which calls came in at the tenant's
 * number since the test call was placed (`legs`, `otherCalls`), then judge again. `done`: that is what it showed.
 */
export type Judgement =
  | { readonly kind: 'wait' | 'ask' }
  | {
      readonly kind: 'done';
      readonly outcome: ForwardingTestOutcome;
      readonly remedy: ForwardingRemedy | null;
    };

/**
 * Decides what a test call has shown so far. It is never `verified` without a call that came in, whatever became of the
 * test call; and never `off` while any call that came in meanwhile might have been the forwarded one.
 */
export function judgeTest(evidence: TestEvidence): Judgement {
  const { purpose, condition, expired } = evidence;
  const proof = proofOfLegs(evidence);
  if (proof === 'forwarded') {
    return purpose === 'on' ? done('verified', null) : done('still-forwarded', 'dial-undo');
  }
  if (proof === 'loop') return done('loop', purpose === 'on' ? 'break-loop' : 'dial-undo');
  if (proof === 'maybe' && !expired) return { kind: 'wait' };
  const sign = signOfCall(evidence);
  if (sign === undefined) return { kind: 'wait' };
  const { outcome, remedy } = (purpose === 'on' ? ON_TABLE : OFF_TABLE)[sign][condition];
  if (outcome === 'off') {
    if (evidence.otherCalls === null) return { kind: 'ask' };
    if (proof !== 'none' || evidence.otherCalls !== 0) return done('unclear', 'test-again');
  }
  return done(outcome, remedyOf(remedy, evidence));
}

function remedyOf(remedy: TableRemedy, evidence: TestEvidence): ForwardingRemedy | null {
  if (remedy !== 'retry') return remedy;
  const { hasNextCode, failedBefore, lineKind } = evidence;
  if (hasNextCode) return 'next-code';
  if (lineKind === 'app') return failedBefore ? 'ask-carrier' : 'settings';
  if (!failedBefore) return 'dial-again';
  return lineKind === 'mobile' ? 'settings' : 'ask-carrier';
}

function done(outcome: ForwardingTestOutcome, remedy: ForwardingRemedy | null): Judgement {
  return { kind: 'done', outcome, remedy };
}
