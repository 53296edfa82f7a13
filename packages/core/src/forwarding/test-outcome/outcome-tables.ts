import type { ForwardingCondition, ForwardingRemedy, ForwardingTestOutcome } from '@numberkit/contract';
import type { CallSign } from './sign-of-call.ts';

/** `retry`: the next code, or the same once more, or the settings, or the carrier. */
export type TableRemedy = ForwardingRemedy | 'retry' | null;

/** What a sign means, when no call came in. */
export interface Verdict {
  readonly outcome: ForwardingTestOutcome;
  readonly remedy: TableRemedy;
}

type Row = Readonly<Record<ForwardingCondition, Verdict>>;

const say = (outcome: ForwardingTestOutcome, remedy: TableRemedy): Verdict => ({ outcome, remedy });

/** The same for a forwarding that begins when the line rings: `unanswered`, `no-answer`. */
const row = (all: Verdict, ringing: Verdict, busy: Verdict, unreachable: Verdict): Row => ({
  all,
  unanswered: ringing,
  'no-answer': ringing,
  busy,
  unreachable,
});

const always = (verdict: Verdict): Row => row(verdict, verdict, verdict, verdict);

const OFF = say('off', null);
const AGAIN = say('unclear', 'test-again');
const NOT_FORWARDED = say('not-forwarded', 'retry');
const RINGS_OUT = say('no-answer', 'test-again');
const NOT_BUSY = say('no-answer', 'keep-line-busy');
const IN_USE = say('busy', 'hang-up');
const VOICEMAIL_FIRST = say('voicemail-answered', 'turn-off-voicemail');

const BLOCKED = always(say('blocked', 'ask-carrier'));
const LOOP = always(say('loop', 'break-loop'));

/**
 * To prove that it is on. Everything here is a failure, for no call came in; the question is whether it says that the
 * forwarding is off or only that the test was not the one that the condition needs.
 */
export const ON_TABLE: Readonly<Record<CallSign, Row>> = {
  person: row(
    NOT_FORWARDED,
    say('not-forwarded', 'let-it-ring'),
    say('not-forwarded', 'keep-line-busy'),
    say('not-forwarded', 'test-again'),
  ),
  'person-late': row(
    NOT_FORWARDED,
    NOT_FORWARDED,
    say('not-forwarded', 'keep-line-busy'),
    say('not-forwarded', 'test-again'),
  ),
  machine: row(
    say('voicemail-answered', 'retry'),
    VOICEMAIL_FIRST,
    say('voicemail-answered', 'keep-line-busy'),
    say('voicemail-answered', 'test-again'),
  ),
  'machine-early': {
    all: say('voicemail-answered', 'retry'),
    unanswered: VOICEMAIL_FIRST,
    'no-answer': say('voicemail-answered', 'test-again'),
    busy: VOICEMAIL_FIRST,
    unreachable: VOICEMAIL_FIRST,
  },
  'machine-at-home': row(
    say('voicemail-answered', 'retry'),
    VOICEMAIL_FIRST,
    say('voicemail-answered', 'keep-line-busy'),
    say('voicemail-answered', 'test-again'),
  ),
  busy: row(IN_USE, IN_USE, NOT_FORWARDED, say('busy', 'test-again')),
  'rang-out': row(NOT_FORWARDED, NOT_FORWARDED, NOT_BUSY, RINGS_OUT),
  'rang-short': row(RINGS_OUT, RINGS_OUT, NOT_BUSY, RINGS_OUT),
  unreachable: row(NOT_FORWARDED, RINGS_OUT, RINGS_OUT, NOT_FORWARDED),
  refused: BLOCKED,
  loop: LOOP,
  nothing: always(AGAIN),
};

/** To prove that it is off, a sign is needed that cannot be while it is on. */
export const OFF_TABLE: Readonly<Record<CallSign, Row>> = {
  person: row(OFF, say('unclear', 'let-it-ring'), say('unclear', 'keep-line-busy'), AGAIN),
  'person-late': row(OFF, OFF, say('unclear', 'keep-line-busy'), AGAIN),
  machine: row(
    OFF,
    OFF,
    say('voicemail-answered', 'keep-line-busy'),
    say('voicemail-answered', 'test-again'),
  ),
  // It takes the calls before the carrier would forward them; on the day it is switched off they are forwarded.
  'machine-at-home': row(
    OFF,
    VOICEMAIL_FIRST,
    say('voicemail-answered', 'keep-line-busy'),
    say('voicemail-answered', 'test-again'),
  ),
  // A phone that is off goes to voicemail at once. So does a line in use, which proves nothing about ringing.
  'machine-early': row(
    OFF,
    say('voicemail-answered', 'test-again'),
    say('voicemail-answered', 'keep-line-busy'),
    OFF,
  ),
  busy: row(IN_USE, IN_USE, OFF, say('busy', 'test-again')),
  'rang-out': row(OFF, OFF, NOT_BUSY, RINGS_OUT),
  'rang-short': row(RINGS_OUT, RINGS_OUT, NOT_BUSY, RINGS_OUT),
  unreachable: row(RINGS_OUT, RINGS_OUT, RINGS_OUT, OFF),
  refused: BLOCKED,
  loop: LOOP,
  nothing: always(AGAIN),
};
