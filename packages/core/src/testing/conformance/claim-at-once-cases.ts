import assert from 'node:assert/strict';
import type { ClaimAtOnce } from '../../numbers/index.ts';
import type { CaseBody } from './conformance-case.ts';
import { CROWD, crowd } from './crowd.ts';
import { moment, sampleNumber } from './sample-records.ts';

const held = { name: 'numbersPerTenant', amount: 1, max: 2 } as const;

function wholeClaim(change: Partial<ClaimAtOnce['record']> = {}): ClaimAtOnce {
  const record = {
    id: 'clm_sample',
    tenantId: 'acme',
    idempotencyKey: 'claim-1',
    fingerprint: 'fingerprint',
    askedAreaCode: '415',
    createdAt: moment(50),
    ...change,
  };
  const counter = (window: string) => ({ key: `numbers:tenant:${record.tenantId}`, window });
  return {
    areaCode: '415',
    record,
    bounds: [
      { ...held, counter: counter('ever') },
      { ...held, counter: counter('2026-11-22'), max: 9 },
    ],
    actor: { kind: 'tenant', id: record.tenantId },
    trail: [{ id: `trl_${record.id}`, event: 'number.activated', reason: 'claimed', data: { from: 'pool' } }],
  };
}

function pooled(place: number) {
  const digits = String(place).padStart(2, '0');
  const waits = { state: 'pooled', tenantId: null, activatedAt: null } as const;
  return sampleNumber({
    id: `num_${digits}`,
    phoneNumber: `+141555502${digits}`,
    createdAt: moment(place),
    ...waits,
  });
}

/** For engines that have the verb; one that leaves it out is spoken to verb by verb. */
export const claimAtOnceCases: readonly CaseBody[] = [
  {
    title: 'a claim in one step writes all that belongs to it, or nothing',
    async run({ storage }) {
      const { claimAtOnce } = storage.pooled;
      if (!claimAtOnce) return;
      assert.equal(await claimAtOnce(wholeClaim()), 'none');
      for (const place of [2, 1, 3]) await storage.numbers.insert(pooled(place));
      const given = await claimAtOnce(wholeClaim());
      const state = {
        state: 'assigned',
        tenantId: 'acme',
        activatedAt: moment(50),
        updatedAt: moment(50),
      } as const;
      assert.deepEqual(given, { ...pooled(1), ...state });
      assert.deepEqual(await storage.numbers.get('num_01'), given);
      const claim = await storage.pooled.findClaim('acme', 'claim-1');
      assert.deepEqual([claim?.numberId, claim?.givenAreaCode, claim?.id], ['num_01', '415', 'clm_sample']);
      const [line] = await storage.trail.list({ numberId: 'num_01', limit: 2 });
      assert.deepEqual(line, {
        id: 'trl_clm_sample',
        at: moment(50),
        event: 'number.activated',
        actor: { kind: 'tenant', id: 'acme' },
        tenantId: 'acme',
        numberId: 'num_01',
        operationId: null,
        reason: 'claimed',
        data: { from: 'pool' },
      });
      assert.equal(await claimAtOnce(wholeClaim({ id: 'clm_again' })), 'undecided');
      const second = await claimAtOnce(wholeClaim({ id: 'clm_2', idempotencyKey: '2' }));
      assert.ok(typeof second === 'object' && second.id === 'num_02');
      assert.equal(await claimAtOnce(wholeClaim({ id: 'clm_3', idempotencyKey: '3' })), 'undecided');
      assert.equal((await storage.numbers.get('num_03'))?.state, 'pooled');
      assert.equal(await storage.limits.used({ key: 'numbers:tenant:acme', window: '2026-11-22' }), 2);
      assert.equal(await storage.pooled.findClaim('acme', '3'), undefined);
    },
  },
  {
    title: 'of 50 callers that claim in one step from 40 numbers each number goes to exactly one',
    async run(context) {
      if (!context.storage.pooled.claimAtOnce) return;
      for (let place = 0; place < CROWD - 10; place += 1) await context.storage.numbers.insert(pooled(place));
      const answers = await crowd(context, async (storage, caller) =>
        storage.pooled.claimAtOnce?.(wholeClaim({ id: `clm_${caller}`, tenantId: `tenant-${caller}` })),
      );
      const ids = answers.flatMap((answer) => (typeof answer === 'object' ? [answer.id] : []));
      assert.equal(ids.length, CROWD - 10);
      assert.equal(new Set(ids).size, CROWD - 10);
      assert.equal(answers.filter((answer) => answer === 'none').length, 10);
    },
  },
  {
    title: 'of 50 callers that claim in one step with one key exactly one is given a number',
    async run(context) {
      if (!context.storage.pooled.claimAtOnce) return;
      for (let place = 0; place < CROWD + 10; place += 1) await context.storage.numbers.insert(pooled(place));
      const answers = await crowd(context, async (storage, caller) =>
        storage.pooled.claimAtOnce?.(wholeClaim({ id: `clm_${caller}` })),
      );
      assert.equal(answers.filter((answer) => typeof answer === 'object').length, 1);
      const [area] = await context.storage.pooled.stock();
      assert.equal(area?.pooled, CROWD + 9);
    },
  },
];
