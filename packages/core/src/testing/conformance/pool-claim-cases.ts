import assert from 'node:assert/strict';
import type { ClaimRecord } from '../../numbers/index.ts';
import type { CaseBody } from './conformance-case.ts';
import { countYes, crowd } from './crowd.ts';
import { moment, sampleNumber, sampleOperation } from './sample-records.ts';

function sampleClaim(change: Partial<ClaimRecord> = {}): ClaimRecord {
  return {
    id: 'clm_sample',
    tenantId: 'acme',
    idempotencyKey: 'claim-1',
    fingerprint: 'fingerprint',
    askedAreaCode: '415',
    numberId: 'num_sample',
    givenAreaCode: '415',
    createdAt: moment(),
    ...change,
  };
}

export const poolClaimCases: readonly CaseBody[] = [
  {
    title: 'a claim comes back by its tenant and key as it was written',
    async run({ storage: { pooled } }) {
      assert.equal(await pooled.insertClaim(sampleClaim()), true);
      assert.deepEqual(await pooled.findClaim('acme', 'claim-1'), sampleClaim());
      assert.equal(await pooled.findClaim('beta', 'claim-1'), undefined);
      assert.equal(await pooled.findClaim('acme', 'claim-2'), undefined);
    },
  },
  {
    title: 'of 50 callers with one key exactly one inserts the claim, and claims without a key never collide',
    async run(context) {
      const answers = await crowd(context, ({ pooled }, caller) =>
        pooled.insertClaim(sampleClaim({ id: `clm_${caller}` })),
      );
      assert.equal(countYes(answers), 1);
      const { pooled } = context.storage;
      assert.equal((await pooled.findClaim('acme', 'claim-1'))?.id, `clm_${answers.indexOf(true)}`);
      assert.equal(await pooled.insertClaim(sampleClaim({ id: 'clm_beta', tenantId: 'beta' })), true);
      const missed = { idempotencyKey: null, numberId: null, givenAreaCode: null };
      assert.equal(await pooled.insertClaim(sampleClaim({ id: 'clm_x', ...missed })), true);
      assert.equal(await pooled.insertClaim(sampleClaim({ id: 'clm_y', ...missed })), true);
    },
  },
  {
    title: 'demand counts what was served, what was missed, and what was bought live instead',
    async run({ storage }) {
      const { pooled, numbers, operations } = storage;
      await pooled.insertClaim(sampleClaim({ id: 'clm_old', idempotencyKey: 'old', createdAt: moment(-9) }));
      await pooled.insertClaim(sampleClaim({ id: 'clm_1' }));
      await pooled.insertClaim(sampleClaim({ id: 'clm_2', idempotencyKey: '2', givenAreaCode: '510' }));
      await pooled.insertClaim(
        sampleClaim({ id: 'clm_3', idempotencyKey: null, numberId: null, givenAreaCode: null }),
      );
      await numbers.insert(sampleNumber({ areaCode: '212' }));
      const bought = { state: 'done', calls: 1 } as const;
      await operations.insert(sampleOperation({ id: 'op_1', idempotencyKey: '1', ...bought }));
      await operations.insert(sampleOperation({ id: 'op_2', idempotencyKey: '2', state: 'done', calls: 0 }));
      await operations.insert(sampleOperation({ id: 'op_3', tenantId: null, ...bought }));
      await operations.insert(
        sampleOperation({ id: 'op_4', idempotencyKey: '4', state: 'refused', calls: 1 }),
      );
      assert.deepEqual(await pooled.demand(moment()), [
        { areaCode: '212', claims: 0, misses: 1 },
        { areaCode: '415', claims: 1, misses: 2 },
      ]);
    },
  },
];
