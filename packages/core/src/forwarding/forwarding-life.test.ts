import type { ForwardingRemedy, ForwardingStatus, ForwardingTestOutcome } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { canMove, type FinishedTest, type LifeEvent, nextStep, verdictOf } from './forwarding-life.ts';

const statuses: readonly ForwardingStatus[] = ['setting-up', 'verified', 'broken', 'cancelling', 'off'];
const outcomes: readonly ForwardingTestOutcome[] = [
  'verified',
  'off',
  'still-forwarded',
  'not-forwarded',
  'voicemail-answered',
  'busy',
  'no-answer',
  'loop',
  'blocked',
  'unclear',
];
const remedies: readonly (ForwardingRemedy | null)[] = [
  'next-code',
  'dial-again',
  'turn-off-voicemail',
  'let-it-ring',
  'hang-up',
  'keep-line-busy',
  'settings',
  'ask-carrier',
  'break-loop',
  'test-again',
  'dial-undo',
  null,
];
const tests: readonly FinishedTest[] = outcomes.flatMap((outcome) =>
  remedies.flatMap((remedy) => [
    { purpose: 'on' as const, outcome, remedy },
    { purpose: 'off' as const, outcome, remedy },
  ]),
);

const tested = (
  outcome: ForwardingTestOutcome,
  change: Partial<FinishedTest> = {},
  confirms = false,
): LifeEvent => ({
  kind: 'tested',
  test: { purpose: 'on', outcome, remedy: 'dial-again', ...change },
  confirms,
});

const events: readonly LifeEvent[] = [
  { kind: 'cancelled' },
  { kind: 'started', otherwise: false },
  { kind: 'started', otherwise: true },
  ...tests.flatMap((test) => [
    { kind: 'tested' as const, test, confirms: false },
    { kind: 'tested' as const, test, confirms: true },
  ]),
];

describe('the life of a forwarding', () => {
  it('has exactly these moves', () => {
    const moves = statuses.flatMap((from) =>
      statuses.filter((to) => canMove(from, to)).map((to) => `${from} -> ${to}`),
    );
    expect(moves).toEqual([
      'setting-up -> verified',
      'setting-up -> cancelling',
      'verified -> setting-up',
      'verified -> broken',
      'verified -> cancelling',
      'broken -> verified',
      'broken -> cancelling',
      'cancelling -> setting-up',
      'cancelling -> off',
    ]);
  });

  it('makes each of these moves at some event, and no other', () => {
    const made = new Set<string>();
    for (const from of statuses) {
      for (const event of events) {
        const { status } = nextStep(from, event);
        if (status === from) continue;
        expect(canMove(from, status), `${from} -> ${status}`).toBe(true);
        made.add(`${from} -> ${status}`);
      }
    }
    expect(made.size).toBe(9);
  });

  it('becomes verified by a call that came in, and by nothing else', () => {
    for (const from of statuses) {
      for (const event of events) {
        if (nextStep(from, event).status !== 'verified' || from === 'verified') continue;
        const proved =
          event.kind === 'tested' && ['verified', 'still-forwarded'].includes(event.test.outcome);
        expect(proved, JSON.stringify([from, event])).toBe(true);
      }
    }
  });

  it('ends in off, which only a test shows, and only when the tenant wanted it', () => {
    for (const from of statuses) {
      for (const event of events) {
        if (nextStep(from, event).status !== 'off' || from === 'off') continue;
        expect(from).toBe('cancelling');
        expect(event).toMatchObject({ kind: 'tested', test: { outcome: 'off' } });
      }
    }
    for (const event of events)
      expect(nextStep('off', event)).toMatchObject({ status: 'off', announce: null });
  });

  it('announces what changed, once', () => {
    for (const from of statuses) {
      for (const event of events) {
        const step = nextStep(from, event);
        if (step.announce !== null) {
          expect(step.status).toBe(step.announce);
          expect(step.status).not.toBe(from);
        }
        expect(step.cause !== null).toBe(step.announce === 'broken');
        if (step.confirm) expect(step).toMatchObject({ status: 'verified', announce: null });
      }
    }
  });
});

describe('a verified forwarding', () => {
  it.each([
    ['not-forwarded', 'turned-off'],
    ['voicemail-answered', 'voicemail-first'],
    ['loop', 'loop'],
    ['blocked', 'refused'],
    ['off', 'turned-off'],
  ] as const)('is tested once more after %s, and is broken then: %s', (outcome, cause) => {
    expect(nextStep('verified', tested(outcome))).toEqual({
      status: 'verified',
      announce: null,
      cause: null,
      confirm: true,
    });
    expect(nextStep('verified', tested(outcome, {}, true))).toEqual({
      status: 'broken',
      announce: 'broken',
      cause,
      confirm: false,
    });
  });

  it.each(['busy', 'no-answer', 'unclear'] as const)('is not broken by %s, however often', (outcome) => {
    expect(nextStep('verified', tested(outcome, {}, true))).toMatchObject({
      status: 'verified',
      confirm: false,
    });
  });

  it.each(['let-it-ring', 'keep-line-busy', 'hang-up', 'test-again'] as const)(
    'is not broken by a test that was not the right one: %s',
    (remedy) => {
      for (const outcome of ['not-forwarded', 'voicemail-answered'] as const) {
        expect(nextStep('verified', tested(outcome, { remedy }, true)).status).toBe('verified');
      }
    },
  );

  it('that was broken says so once, and is verified again when a call comes back', () => {
    expect(nextStep('broken', tested('not-forwarded', {}, true))).toMatchObject({
      status: 'broken',
      announce: null,
    });
    expect(nextStep('broken', tested('verified'))).toMatchObject({
      status: 'verified',
      announce: 'verified',
    });
  });
});

describe('a forwarding that is to be off', () => {
  it('stays so when it is still forwarded, and when a test for on comes back', () => {
    expect(nextStep('cancelling', tested('still-forwarded', { purpose: 'off' })).status).toBe('cancelling');
    expect(nextStep('cancelling', tested('verified')).status).toBe('cancelling');
  });

  it('is not off because a test for on did not come back', () => {
    expect(nextStep('cancelling', tested('not-forwarded', {}, true)).status).toBe('cancelling');
  });

  it('started again is as if new', () => {
    expect(nextStep('cancelling', { kind: 'started', otherwise: false }).status).toBe('setting-up');
  });
});

describe('what a test says', () => {
  it('is one of three', () => {
    const verdicts = tests.map((test) => verdictOf(test));
    expect(new Set(verdicts)).toEqual(new Set(['forwarded', 'not-forwarded', 'nothing']));
  });
});
