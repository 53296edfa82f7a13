import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallFacts } from './call-record.ts';
import { type CallReport, readReport } from './call-report.ts';
import { foldCall, sameFacts } from './fold-call.ts';

const report: CallReport = {
  callSid: 'CA1',
  status: 'completed',
  from: '+14155550142',
  to: '+15105550111',
  direction: 'inbound',
  durationSeconds: 61,
  billedMinutes: 2,
  timestamp: '2026-11-22T12:01:01.000Z',
};

/** Any report about one call, also ones that contradict each other. */
const anyReport: fc.Arbitrary<CallReport> = fc.record({
  callSid: fc.constant('CA1'),
  status: fc.constantFrom(
    ...['queued', 'initiated', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'failed'],
    ...['canceled', 'a-word-of-tomorrow', ''],
  ),
  from: fc.constantFrom('+14155550142', 'anonymous', ''),
  to: fc.constantFrom('+15105550111', ''),
  direction: fc.constantFrom('inbound', 'outbound-api', 'outbound-dial', ''),
  durationSeconds: fc.option(fc.integer({ min: -5, max: 100_000 })),
  billedMinutes: fc.option(fc.integer({ min: 0, max: 2000 })),
  timestamp: fc.option(
    fc.oneof(
      fc.constant('not a time'),
      fc
        .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    ),
  ),
});

const priced = fc.record({
  report: anyReport,
  price: fc.option(fc.record({ amountMicros: fc.nat(90_000), currency: fc.constantFrom('USD', 'EUR') })),
});

const anyFacts: fc.Arbitrary<CallFacts> = priced.map(({ report: each, price }) => ({
  ...readReport(each).facts,
  price,
}));

describe('the row of a call', () => {
  it('is the same in whatever order reports come, and however often each is repeated', () => {
    const delivery = fc
      .array(anyFacts, { minLength: 1, maxLength: 8 })
      .chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all, ...all, ...all], { minLength: all.length * 3 }),
        ),
      );
    fc.assert(
      fc.property(delivery, ([once, repeated]) => {
        expect(repeated.reduce(foldCall)).toEqual(once.reduce(foldCall));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on how reports are grouped, as when two processes join them', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyFacts, (a, b, c) => {
        expect(foldCall(foldCall(a, b), c)).toEqual(foldCall(a, foldCall(b, c)));
      }),
    );
  });

  it('knows a repetition from news', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (a, b) => {
        const both = foldCall(a, b);
        expect(sameFacts(both, foldCall(both, a))).toBe(true);
        expect(sameFacts({ ...both, seconds: (both.seconds ?? 0) + 1 }, both)).toBe(false);
      }),
    );
  });

  it('holds what the last report of a call says, also when an earlier one comes after it', () => {
    const ringing = readReport({
      ...report,
      status: 'in-progress',
      durationSeconds: null,
      billedMinutes: null,
      timestamp: '2026-11-22T12:00:00.000Z',
    });
    expect(foldCall(readReport(report).facts, ringing.facts)).toEqual({
      direction: 'inbound',
      outcome: 'completed',
      answered: true,
      startedAt: new Date('2026-11-22T12:00:00Z'),
      endedAt: new Date('2026-11-22T12:01:01Z'),
      seconds: 61,
      billedMinutes: 2,
      price: null,
      otherParty: '+14155550142',
    });
  });
});

describe('a report', () => {
  it('names the side that is ours: the called one of an inbound call, the calling one of another', () => {
    expect(readReport(report)).toMatchObject({ ourNumber: '+15105550111', callSid: 'CA1' });
    const dialled = readReport({ ...report, direction: 'outbound-dial' });
    expect(dialled.ourNumber).toBe('+14155550142');
    expect(dialled.facts.otherParty).toBe('+15105550111');
  });

  it('of a call that nobody answered does not count as answered', () => {
    for (const status of ['busy', 'no-answer', 'failed', 'canceled', 'ringing', 'queued']) {
      expect(readReport({ ...report, status }).facts.answered).toBe(false);
    }
    expect(readReport({ ...report, status: 'in-progress' }).facts).toMatchObject({
      answered: true,
      outcome: 'open',
    });
  });

  it('without billed minutes counts each begun minute', () => {
    const minutes = (durationSeconds: number) =>
      readReport({ ...report, durationSeconds, billedMinutes: null }).facts.billedMinutes;
    expect([0, 1, 60, 61].map(minutes)).toEqual([0, 1, 1, 2]);
  });
});
