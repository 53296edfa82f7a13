import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CarrierNumber } from '../carrier/index.ts';
import type { Operation } from '../ledger/index.ts';
import type { NumberRecord, NumberState } from '../numbers/index.ts';
import { comparePair, type Pair, type TaggedPurchase } from './compare-account.ts';
import { driftedFields } from './drifted-fields.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const PHONE = '+15102203344';
const settings = {
  voiceUrl: 'https://app.example.com/voice',
  statusCallback: 'https://app.example.com/status',
};

const url = fc.constantFrom(null, settings.voiceUrl, settings.statusCallback, 'https://elsewhere.example/');
const method = fc.constantFrom<('GET' | 'POST' | null)[]>('GET', 'POST', null);
const carrierNumber: fc.Arbitrary<CarrierNumber> = fc.record({
  sid: fc.constantFrom('PN1', 'PN2'),
  phoneNumber: fc.constant(PHONE),
  tag: fc.constantFrom('op_1', 'other'),
  voiceUrl: url,
  voiceMethod: method,
  voiceFallbackUrl: url,
  voiceFallbackMethod: method,
  statusCallback: url,
  statusCallbackMethod: method,
  trunkSid: fc.constantFrom(null, 'TK1'),
  applicationSid: fc.constantFrom(null, 'AP1'),
  type: fc.constant('local'),
  createdAt: fc.constant(NOW),
  emergencyAddress: fc.constant('none'),
});
const states: readonly NumberState[] = ['buying', 'pooled', 'assigned', 'resting', 'porting', 'releasing'];
const row = (state: NumberState, minutesOld: number): NumberRecord => ({
  id: 'num_1',
  phoneNumber: PHONE,
  state,
  tenantId: state === 'assigned' ? 'acme' : null,
  type: 'local',
  country: 'US',
  areaCode: '510',
  locality: null,
  region: null,
  capabilities: null,
  source: 'bought',
  carrierSid: state === 'buying' ? null : 'PN1',
  monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
  createdAt: new Date(NOW.getTime() - minutesOld * 60_000),
  updatedAt: NOW,
  activatedAt: null,
  reclaimAt: null,
  reclaimWarned: null,
  restUntil: null,
  dueAt: null,
  settingsMark: null,
});
const liveRow = fc
  .tuple(fc.constantFrom(...states), fc.integer({ min: 0, max: 60 }))
  .map(([s, m]) => row(s, m));
const operation = (state: Operation['state']): Operation => ({
  id: 'op_1',
  kind: 'buy-number',
  state,
  tenantId: 'acme',
  idempotencyKey: 'key',
  attempt: 1,
  fingerprint: '',
  numberId: 'num_1',
  alternatives: [],
  price: null,
  limitWindow: '2026-11-22',
  calls: 1,
  leaseUntil: NOW,
  failure: null,
  createdAt: NOW,
  updatedAt: NOW,
});
const tagged: fc.Arbitrary<TaggedPurchase> = fc.record({
  operation: fc.constantFrom<Operation['state'][]>('intended', 'unknown', 'done', 'refused').map(operation),
  number: fc.constantFrom(undefined, row('released', 60), row('assigned', 60)),
  released: fc.boolean(),
});
const pairs: fc.Arbitrary<Pair> = fc.record({
  found: fc.option(carrierNumber, { nil: undefined }),
  record: fc.option(liveRow, { nil: undefined }),
  tagged: fc.option(tagged, { nil: undefined }),
});
const compare = (pair: Pair) => comparePair(pair, settings, NOW);
const kindOf = (pair: Pair) => {
  const verdict = compare(pair);
  return verdict.verdict === 'finding' ? verdict.finding.kind : verdict.verdict;
};

describe('comparing one number', () => {
  test('calls foreign exactly what we neither know, nor bought, nor answer', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const foreign =
          pair.found !== undefined &&
          pair.record === undefined &&
          pair.tagged === undefined &&
          pair.found.voiceUrl !== settings.voiceUrl;
        expect(kindOf(pair) === 'foreign').toBe(foreign);
      }),
    );
  });

  test('leaves alone every number whose operation is open', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        const state = pair.record?.state;
        if (state !== 'buying' && state !== 'porting' && state !== 'releasing') return;
        expect(kindOf(pair)).toBe('under-way');
      }),
    );
    fc.assert(
      fc.property(carrierNumber, tagged, (found, purchase) => {
        const open = ['intended', 'unknown'].includes(purchase.operation.state);
        if (open) expect(kindOf({ found, record: undefined, tagged: purchase })).toBe('under-way');
      }),
    );
  });

  test('calls a ghost only what lives in our records, is gone there, and is not young', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        if (kindOf(pair) !== 'ghost') return;
        expect(pair.found).toBeUndefined();
        expect(['pooled', 'assigned', 'resting']).toContain(pair.record?.state);
        expect(NOW.getTime() - (pair.record?.createdAt.getTime() ?? 0)).toBeGreaterThanOrEqual(600_000);
      }),
    );
  });

  test('calls an orphan only what has no row and is ours by its tag or its address', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        if (kindOf(pair) !== 'orphan') return;
        expect(pair.record).toBeUndefined();
        expect(pair.tagged !== undefined || pair.found?.voiceUrl === settings.voiceUrl).toBe(true);
      }),
    );
  });

  test('finds no drift any more once the number is set up as wanted', () => {
    fc.assert(
      fc.property(carrierNumber, (found) => {
        const repaired: CarrierNumber = {
          ...found,
          voiceUrl: settings.voiceUrl,
          voiceMethod: 'POST',
          voiceFallbackUrl: null,
          statusCallback: settings.statusCallback,
          statusCallbackMethod: 'POST',
          trunkSid: null,
          applicationSid: null,
        };
        expect(driftedFields(repaired, settings)).toEqual([]);
        const before = driftedFields(found, settings);
        for (const { expected, found: value } of before) expect(value).not.toBe(expected);
      }),
    );
  });

  test.each([
    ['refused', false, 'late-purchase'],
    ['done', true, 'release-failed'],
    ['done', false, 'returned'],
  ] as const)('with a purchase %s and released %s is an orphan: %s', (state, released, why) => {
    const number = state === 'done' ? row('released', 60) : undefined;
    const found = { ...(fc.sample(carrierNumber, 1)[0] as CarrierNumber), tag: 'op_1' };
    const verdict = compare({
      found,
      record: undefined,
      tagged: { operation: operation(state), number, released },
    });
    expect(verdict).toMatchObject({
      verdict: 'finding',
      finding: { kind: 'orphan', why, carrierSid: found.sid },
    });
  });

  test('is critical when a tenant’s calls do not arrive, and a warning when only reports do not', () => {
    const found = {
      ...(fc.sample(carrierNumber, 1)[0] as CarrierNumber),
      sid: 'PN1',
      voiceUrl: settings.voiceUrl,
      voiceMethod: 'POST',
      voiceFallbackUrl: null,
      statusCallback: settings.statusCallback,
      statusCallbackMethod: 'POST',
      trunkSid: null,
      applicationSid: null,
    } as const;
    const severity = (change: Partial<CarrierNumber>) => {
      const verdict = compare({
        found: { ...found, ...change },
        record: row('assigned', 60),
        tagged: undefined,
      });
      return verdict.verdict === 'finding' ? verdict.finding.severity : verdict.verdict;
    };
    expect(severity({})).toBe('agrees');
    expect(severity({ trunkSid: 'TK1' })).toBe('critical');
    expect(severity({ voiceMethod: 'GET' })).toBe('critical');
    expect(severity({ statusCallback: null })).toBe('warning');
  });
});
