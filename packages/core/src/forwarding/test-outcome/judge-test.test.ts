import type { ForwardingCondition } from '@numberkit/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judgement, judgeTest, type TestCall, type TestEvidence } from './index.ts';

const PLACED = Date.UTC(2026, 10, 27, 12);
const CONDITIONS: readonly ForwardingCondition[] = ['all', 'unanswered', 'no-answer', 'busy', 'unreachable'];

const call = (change: Partial<TestCall> = {}): TestCall => ({
  status: 'ringing',
  answeredBy: null,
  sipCode: null,
  answeredAt: null,
  durationSeconds: null,
  rangSeconds: null,
  ...change,
});

const evidence = (change: Partial<TestEvidence> = {}): TestEvidence => ({
  purpose: 'on',
  condition: 'all',
  lineKind: 'mobile',
  legs: [],
  call: call(),
  refusal: null,
  expired: false,
  otherCalls: 0,
  hasNextCode: false,
  failedBefore: true,
  ...change,
});

const told = (judgement: Judgement) =>
  judgement.kind === 'done' ? `${judgement.outcome} / ${judgement.remedy ?? '-'}` : judgement.kind;
const judge = (change: Partial<TestEvidence>) => told(judgeTest(evidence(change)));

const fromVerifier = { from: 'verifier', at: PLACED + 4000 } as const;
const fromLine = { from: 'line', at: PLACED + 4000 } as const;

/** What can become of a call that no call came in from. */
const ends = {
  'a person answers': call({ status: 'in-progress', answeredBy: 'human', rangSeconds: 8 }),
  'a person answers after long': call({ status: 'in-progress', answeredBy: 'human', rangSeconds: 50 }),
  'a machine answers': call({ status: 'completed', answeredBy: 'machine', rangSeconds: 25 }),
  'a machine answers at once': call({ status: 'completed', answeredBy: 'machine', rangSeconds: 1 }),
  'who knows what answers': call({ status: 'completed', answeredBy: 'unknown', rangSeconds: 8 }),
  busy: call({ status: 'busy', sipCode: 486 }),
  'it rings out': call({ status: 'no-answer', rangSeconds: 58 }),
  'it hardly rings': call({ status: 'no-answer', rangSeconds: 6 }),
  'the phone is off': call({ status: 'failed', sipCode: 480 }),
  'it is declined': call({ status: 'failed', sipCode: 603 }),
  'it goes round in a circle': call({ status: 'failed', sipCode: 482 }),
  'the network fails': call({ status: 'failed', sipCode: 503 }),
  'it is cancelled': call({ status: 'canceled' }),
} as const;

type End = keyof typeof ends;

// In the order all, unanswered, no-answer, busy, unreachable. `settings` is what is left to try after a failed code.
const on: Readonly<Record<End, readonly [string, string, string, string, string]>> = {
  'a person answers': [
    'not-forwarded / settings',
    'not-forwarded / let-it-ring',
    'not-forwarded / let-it-ring',
    'not-forwarded / keep-line-busy',
    'not-forwarded / test-again',
  ],
  'a person answers after long': [
    'not-forwarded / settings',
    'not-forwarded / settings',
    'not-forwarded / settings',
    'not-forwarded / keep-line-busy',
    'not-forwarded / test-again',
  ],
  'a machine answers': [
    'voicemail-answered / settings',
    'voicemail-answered / turn-off-voicemail',
    'voicemail-answered / turn-off-voicemail',
    'voicemail-answered / keep-line-busy',
    'voicemail-answered / test-again',
  ],
  'a machine answers at once': [
    'voicemail-answered / settings',
    'voicemail-answered / turn-off-voicemail',
    'voicemail-answered / test-again',
    'voicemail-answered / turn-off-voicemail',
    'voicemail-answered / turn-off-voicemail',
  ],
  'who knows what answers': [
    'not-forwarded / settings',
    'not-forwarded / let-it-ring',
    'not-forwarded / let-it-ring',
    'not-forwarded / keep-line-busy',
    'not-forwarded / test-again',
  ],
  busy: [
    'busy / hang-up',
    'busy / hang-up',
    'busy / hang-up',
    'not-forwarded / settings',
    'busy / test-again',
  ],
  'it rings out': [
    'not-forwarded / settings',
    'not-forwarded / settings',
    'not-forwarded / settings',
    'no-answer / keep-line-busy',
    'no-answer / test-again',
  ],
  'it hardly rings': [
    'no-answer / test-again',
    'no-answer / test-again',
    'no-answer / test-again',
    'no-answer / keep-line-busy',
    'no-answer / test-again',
  ],
  'the phone is off': [
    'not-forwarded / settings',
    'no-answer / test-again',
    'no-answer / test-again',
    'no-answer / test-again',
    'not-forwarded / settings',
  ],
  'it is declined': [
    'blocked / ask-carrier',
    'blocked / ask-carrier',
    'blocked / ask-carrier',
    'blocked / ask-carrier',
    'blocked / ask-carrier',
  ],
  'it goes round in a circle': [
    'loop / break-loop',
    'loop / break-loop',
    'loop / break-loop',
    'loop / break-loop',
    'loop / break-loop',
  ],
  'the network fails': [
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
  ],
  'it is cancelled': [
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
  ],
};

const off: Readonly<Record<End, readonly [string, string, string, string, string]>> = {
  'a person answers': [
    'off / -',
    'unclear / let-it-ring',
    'unclear / let-it-ring',
    'unclear / keep-line-busy',
    'unclear / test-again',
  ],
  'a person answers after long': [
    'off / -',
    'off / -',
    'off / -',
    'unclear / keep-line-busy',
    'unclear / test-again',
  ],
  'a machine answers': [
    'off / -',
    'off / -',
    'off / -',
    'voicemail-answered / keep-line-busy',
    'voicemail-answered / test-again',
  ],
  'a machine answers at once': [
    'off / -',
    'voicemail-answered / test-again',
    'voicemail-answered / test-again',
    'voicemail-answered / keep-line-busy',
    'off / -',
  ],
  'who knows what answers': [
    'off / -',
    'unclear / let-it-ring',
    'unclear / let-it-ring',
    'unclear / keep-line-busy',
    'unclear / test-again',
  ],
  busy: ['busy / hang-up', 'busy / hang-up', 'busy / hang-up', 'off / -', 'busy / test-again'],
  'it rings out': ['off / -', 'off / -', 'off / -', 'no-answer / keep-line-busy', 'no-answer / test-again'],
  'it hardly rings': [
    'no-answer / test-again',
    'no-answer / test-again',
    'no-answer / test-again',
    'no-answer / keep-line-busy',
    'no-answer / test-again',
  ],
  'the phone is off': [
    'no-answer / test-again',
    'no-answer / test-again',
    'no-answer / test-again',
    'no-answer / test-again',
    'off / -',
  ],
  'it is declined': [
    'blocked / ask-carrier',
    'blocked / ask-carrier',
    'blocked / ask-carrier',
    'blocked / ask-carrier',
    'blocked / ask-carrier',
  ],
  'it goes round in a circle': [
    'loop / break-loop',
    'loop / break-loop',
    'loop / break-loop',
    'loop / break-loop',
    'loop / break-loop',
  ],
  'the network fails': [
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
  ],
  'it is cancelled': [
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
    'unclear / test-again',
  ],
};

// Object.keys forgets the names it was given.
const names = Object.keys(ends) as readonly End[];

describe('when no call comes in', () => {
  it.each(names)('and %s, the forwarding is not proved on', (end) => {
    const answers = CONDITIONS.map((condition) => judge({ condition, call: ends[end] }));
    expect(answers).toEqual(on[end]);
  });

  it.each(names)('and %s, it is off only where that is certain', (end) => {
    const answers = CONDITIONS.map((condition) => judge({ purpose: 'off', condition, call: ends[end] }));
    expect(answers).toEqual(off[end]);
  });
});

describe('a call that comes in from the verifier', () => {
  it.each(names)('proves that it is on, though %s', (end) => {
    for (const condition of CONDITIONS) {
      expect(judge({ condition, legs: [fromVerifier], call: ends[end] })).toBe('verified / -');
      expect(judge({ purpose: 'off', condition, legs: [fromVerifier], call: ends[end] })).toBe(
        'still-forwarded / dial-undo',
      );
    }
  });

  it('proves it before anything is known of the test call, and after the deadline', () => {
    expect(judge({ legs: [fromVerifier], call: null })).toBe('verified / -');
    expect(judge({ legs: [fromVerifier], expired: true })).toBe('verified / -');
  });

  it('proves it though the owner calls us meanwhile', () => {
    expect(judge({ legs: [fromLine, fromVerifier] })).toBe('verified / -');
  });

  it('twice is a circle', () => {
    expect(judge({ legs: [fromVerifier, fromVerifier] })).toBe('loop / break-loop');
    expect(judge({ purpose: 'off', legs: [fromVerifier, fromVerifier] })).toBe('loop / dial-undo');
  });
});

describe('a call that comes in with the line as its caller', () => {
  const held = call({
    status: 'completed',
    answeredBy: 'unknown',
    answeredAt: fromLine.at + 500,
    durationSeconds: 5,
    rangSeconds: 4,
  });

  it('counts when our holding it answered the test call and our letting go ended it', () => {
    expect(judge({ legs: [fromLine], call: held })).toBe('verified / -');
    expect(judge({ legs: [fromLine], call: { ...held, answeredBy: null } })).toBe('verified / -');
    expect(judge({ purpose: 'off', legs: [fromLine], call: held })).toBe('still-forwarded / dial-undo');
  });

  it('is waited for while it is held', () => {
    expect(judge({ legs: [fromLine] })).toBe('wait');
    expect(judge({ legs: [fromLine], call: { ...held, status: 'in-progress', durationSeconds: null } })).toBe(
      'wait',
    );
    expect(judge({ legs: [fromLine], call: call({ status: 'in-progress', answeredBy: 'human' }) })).toBe(
      'wait',
    );
  });

  it.each([
    ['the voicemail talks on', { durationSeconds: 30 }],
    ['whoever picked up was gone at once', { answeredBy: null, durationSeconds: 2 }],
    ['the test call was answered before', { answeredAt: fromLine.at - 4000 }],
    ['the test call was answered long after', { answeredAt: fromLine.at + 12_000 }],
    ['a machine was heard', { answeredBy: 'machine' as const }],
    ['a person was heard', { answeredBy: 'human' as const }],
    ['nobody saw when it was answered', { answeredAt: null }],
    ['it was busy', { status: 'busy' as const, answeredAt: null, durationSeconds: null }],
  ])('is the owner calling us when %s', (_when, change) => {
    const judged = judge({ legs: [fromLine], call: { ...held, ...change } });
    expect(judged).not.toContain('verified');
    expect(judged).toMatch(/^(not-forwarded|voicemail-answered|busy) /);
    expect(judge({ purpose: 'off', legs: [fromLine], call: { ...held, ...change } })).not.toContain('off /');
  });

  it('twice is a circle', () => {
    expect(judge({ legs: [fromLine, fromLine] })).toBe('loop / break-loop');
  });
});

describe('proving that it is off', () => {
  const answered = { purpose: 'off', call: ends['a person answers'] } as const;

  it('asks the carrier first for calls that our webhook may have missed', () => {
    expect(judge({ ...answered, otherCalls: null })).toBe('ask');
    expect(judge({ ...answered, otherCalls: null, expired: true })).toBe('ask');
    expect(judge({ ...answered, otherCalls: 0 })).toBe('off / -');
  });

  it('learns nothing while any other call came in, or the carrier does not tell', () => {
    expect(judge({ ...answered, otherCalls: 1 })).toBe('unclear / test-again');
    expect(judge({ ...answered, otherCalls: 'unknown' })).toBe('unclear / test-again');
  });

  it('is not believed of an answering machine that may be faster than a landline forwards', () => {
    const machine = (rangSeconds: number) =>
      call({ status: 'completed', answeredBy: 'machine', rangSeconds });
    const off = { purpose: 'off', condition: 'no-answer', lineKind: 'landline' } as const;
    expect(judge({ ...off, call: machine(12) })).toBe('voicemail-answered / turn-off-voicemail');
    expect(judge({ ...off, call: machine(50) })).toBe('off / -');
    expect(judge({ ...off, lineKind: 'mobile', call: machine(25) })).toBe('off / -');
    expect(judge({ ...off, condition: 'all', call: machine(12) })).toBe('off / -');
  });

  it('does not ask where nothing points to it', () => {
    expect(judge({ purpose: 'off', call: ends.busy, otherCalls: null })).toBe('busy / hang-up');
    expect(judge({ call: ends['a person answers'], otherCalls: null })).toBe('not-forwarded / settings');
  });
});

describe('until something is known', () => {
  it.each([
    ['it is not placed', null],
    ['it is queued', call({ status: 'queued' })],
    ['it rings', call()],
    ['nobody knows yet who answers', call({ status: 'in-progress' })],
    ['nobody can tell who answers', call({ status: 'in-progress', answeredBy: 'unknown' })],
  ])('it waits while %s, until the deadline', (_while, seen) => {
    for (const purpose of ['on', 'off'] as const) {
      expect(judge({ purpose, call: seen })).toBe('wait');
      expect(judge({ purpose, call: seen, expired: true })).not.toBe('wait');
    }
  });

  it('lets a program answer first and forward then', () => {
    const menu = {
      lineKind: 'app',
      call: call({ status: 'in-progress', answeredBy: 'machine', rangSeconds: 2 }),
    } as const;
    expect(judge(menu)).toBe('wait');
    expect(judge({ ...menu, legs: [fromVerifier] })).toBe('verified / -');
    expect(judge({ ...menu, expired: true })).toBe('voicemail-answered / ask-carrier');
  });

  it('learns nothing from a call that is still under way at the deadline', () => {
    expect(judge({ expired: true })).toBe('unclear / test-again');
    expect(judge({ expired: true, call: null })).toBe('unclear / test-again');
  });
});

describe('a call that the carrier does not place', () => {
  it('is blocked, unless there are only too many at once', () => {
    expect(judge({ call: null, refusal: '21215' })).toBe('blocked / ask-carrier');
    expect(judge({ call: null, refusal: '13227' })).toBe('blocked / ask-carrier');
    expect(judge({ call: null, refusal: '20429' })).toBe('unclear / test-again');
  });
});

describe('after a failure', () => {
  const answered = ends['a person answers'];

  it.each([
    [true, false, 'mobile', 'next-code'],
    [true, true, 'landline', 'next-code'],
    [false, false, 'mobile', 'dial-again'],
    [false, false, 'landline', 'dial-again'],
    [false, false, 'app', 'settings'],
    [false, true, 'mobile', 'settings'],
    [false, true, 'landline', 'ask-carrier'],
    [false, true, 'app', 'ask-carrier'],
  ] as const)(
    'with another code: %s, failed before: %s, on %s: %s',
    (hasNextCode, failedBefore, lineKind, remedy) => {
      // A program is judged when its call is over.
      const over = { ...answered, status: 'completed' } as const;
      expect(judge({ call: over, hasNextCode, failedBefore, lineKind })).toBe(`not-forwarded / ${remedy}`);
    },
  );
});

describe('whatever happens', () => {
  const anyCall: fc.Arbitrary<TestCall> = fc.record({
    status: fc.constantFrom(
      ...([
        'queued',
        'ringing',
        'in-progress',
        'completed',
        'busy',
        'failed',
        'no-answer',
        'canceled',
      ] as const),
    ),
    answeredBy: fc.constantFrom(...(['human', 'machine', 'unknown', null] as const)),
    sipCode: fc.constantFrom(null, 200, 403, 404, 408, 480, 482, 483, 486, 487, 500, 503, 603, 607, 608),
    answeredAt: fc.option(fc.integer({ min: PLACED, max: PLACED + 60_000 })),
    durationSeconds: fc.option(fc.nat(60)),
    rangSeconds: fc.option(fc.nat(60)),
  });
  const anyLeg = fc.record({
    from: fc.constantFrom(...(['verifier', 'line'] as const)),
    at: fc.integer({ min: PLACED, max: PLACED + 60_000 }),
  });
  const anything: fc.Arbitrary<TestEvidence> = fc.record({
    purpose: fc.constantFrom(...(['on', 'off'] as const)),
    condition: fc.constantFrom(...CONDITIONS),
    lineKind: fc.constantFrom(...(['mobile', 'landline', 'app'] as const)),
    legs: fc.array(anyLeg, { maxLength: 3 }),
    call: fc.option(anyCall),
    refusal: fc.constantFrom(null, null, null, '21215', '20429'),
    expired: fc.boolean(),
    otherCalls: fc.constantFrom(null, 0, 0, 1, 'unknown' as const),
    hasNextCode: fc.boolean(),
    failedBefore: fc.boolean(),
  });
  const check = (holds: (evidence: TestEvidence, judgement: Judgement) => void) =>
    fc.assert(
      fc.property(anything, (one) => {
        holds(one, judgeTest(one));
      }),
      { numRuns: 5000 },
    );

  it('nothing is verified, nor still forwarded, without a call that came in', () => {
    check((one, judgement) => {
      if (judgement.kind !== 'done') return;
      if (judgement.outcome !== 'verified' && judgement.outcome !== 'still-forwarded') return;
      expect(one.legs.length).toBeGreaterThan(0);
      const verifier = one.legs.some((leg) => leg.from === 'verifier');
      // A call with the line as its caller needs the test call answered meanwhile.
      if (!verifier) expect([one.call?.status, one.call?.answeredAt === null]).toEqual(['completed', false]);
    });
  });

  it('nothing is off with a call that came in, or before the carrier was asked', () => {
    check((one, judgement) => {
      if (judgement.kind !== 'done' || judgement.outcome !== 'off') return;
      expect(one.legs).toEqual([]);
      expect(one.otherCalls).toBe(0);
    });
  });

  it('on is proved by tests for on, off by tests for off', () => {
    check((one, judgement) => {
      if (judgement.kind === 'ask') expect(one.purpose).toBe('off');
      if (judgement.kind !== 'done') return;
      if (judgement.outcome === 'verified') expect(one.purpose).toBe('on');
      if (['off', 'still-forwarded'].includes(judgement.outcome)) expect(one.purpose).toBe('off');
    });
  });

  it('there is an answer at the deadline', () => {
    check((one) => expect(judgeTest({ ...one, expired: true }).kind).not.toBe('wait'));
    check((one) => expect(judgeTest({ ...one, expired: true, otherCalls: 'unknown' }).kind).toBe('done'));
  });

  it('there is one thing to do next, unless all is well', () => {
    check((_one, judgement) => {
      if (judgement.kind !== 'done') return;
      expect(judgement.remedy === null).toBe(['verified', 'off'].includes(judgement.outcome));
    });
  });
});
