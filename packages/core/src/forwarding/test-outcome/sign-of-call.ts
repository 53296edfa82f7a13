import type { TestCall, TestEvidence } from './evidence.ts';

/**
 * What became of the test call, apart from calls that came in. `-late`: after longer than any carrier lets a line ring
 * before it forwards. `-early`: so soon that the line cannot have rung for long. `-at-home`: it may stand beside the
 * phone and be faster than the forwarding. `nothing`: the carrier does not tell.
 */
export type CallSign =
  | 'person'
  | 'person-late'
  | 'machine'
  | 'machine-early'
  | 'machine-at-home'
  | 'busy'
  | 'rang-out'
  | 'rang-short'
  | 'unreachable'
  | 'refused'
  | 'loop'
  | 'nothing';

/** Seconds of ringing after which a forwarding without an answer would have set in. */
const LONG_RING = 45;
/** The same for a forwarding of all calls, which does not let the line ring at all. */
const SOME_RING = 15;
/** A voicemail that answers within that many seconds did not let the line ring. */
const HARDLY_A_RING = 10;

/** Carrier codes that say "later", not "never": too many requests, too many calls at once. */
const LATER: ReadonlySet<string> = new Set(['20429', '10004']);
// 482 loop detected, 483 too many hops; 603 decline, 607 unwanted, 608 rejected; 404, 410, 484 and 604: no such number.
const LOOPS: ReadonlySet<number> = new Set([482, 483]);
const REFUSALS: ReadonlySet<number> = new Set([403, 404, 410, 484, 603, 604, 607, 608]);
const UNAVAILABLE = 480;

/** Reads the test call; undefined while it can still change. */
export function signOfCall(evidence: TestEvidence): CallSign | undefined {
  const { refusal, call, expired } = evidence;
  if (refusal !== null) return LATER.has(refusal) ? 'nothing' : 'refused';
  const sign = call ? readCall(call, evidence) : undefined;
  return sign ?? (expired ? 'nothing' : undefined);
}

function readCall(call: TestCall, evidence: TestEvidence): CallSign | undefined {
  const { status, sipCode } = call;
  if (sipCode !== null && LOOPS.has(sipCode) && status !== 'completed') return 'loop';
  switch (status) {
    case 'queued':
    case 'ringing':
      return undefined;
    case 'in-progress':
      return readAnswer(call, evidence);
    case 'completed':
      return answeredSign(call, evidence);
    case 'busy':
      return 'busy';
    case 'no-answer':
      return ringSign(call, evidence);
    case 'failed':
      if (sipCode !== null && REFUSALS.has(sipCode)) return 'refused';
      return sipCode === UNAVAILABLE ? 'unreachable' : 'nothing';
    case 'canceled':
      return 'nothing';
  }
}

/** A program may answer first and forward then, and who answered is known only after a moment. */
function readAnswer(call: TestCall, evidence: TestEvidence): CallSign | undefined {
  if (evidence.expired) return answeredSign(call, evidence);
  if (evidence.lineKind === 'app') return undefined;
  const heard = call.answeredBy === 'human' || call.answeredBy === 'machine';
  return heard ? answeredSign(call, evidence) : undefined;
}

function answeredSign({ answeredBy, rangSeconds }: TestCall, { lineKind }: TestEvidence): CallSign {
  const rang = rangSeconds ?? 0;
  if (answeredBy === 'machine') {
    if (rang < HARDLY_A_RING) return 'machine-early';
    return lineKind === 'mobile' || rang >= LONG_RING ? 'machine' : 'machine-at-home';
  }
  // Nobody knows whether a person or a machine: a person can pick up at any moment, so that proves less.
  return rang < LONG_RING ? 'person' : 'person-late';
}

function ringSign({ rangSeconds, sipCode }: TestCall, { condition }: TestEvidence): CallSign {
  const rang = rangSeconds ?? 0;
  if (rang >= (condition === 'all' ? SOME_RING : LONG_RING)) return 'rang-out';
  return sipCode === UNAVAILABLE && rang < HARDLY_A_RING ? 'unreachable' : 'rang-short';
}
