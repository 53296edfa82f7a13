import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { CROWD, crowd } from './crowd.ts';
import { moment, sampleEntry } from './sample-records.ts';

export const trailCases: readonly CaseBody[] = [
  {
    title: 'an entry of the trail comes back as it was written',
    async run({ storage: { trail } }) {
      const bare = sampleEntry({
        id: 'trl_00',
        actor: { kind: 'system', id: 'settle-operations' },
        tenantId: null,
        numberId: null,
        operationId: null,
        data: {},
      });
      await trail.append(sampleEntry());
      await trail.append(bare);
      assert.deepEqual(await trail.list({ limit: 10 }), [sampleEntry(), bare]);
    },
  },
  {
    title: 'the trail is read newest first, by tenant, by number and in pages',
    async run({ storage: { trail } }) {
      const rows = [
        { id: 'trl_01', tenantId: 'acme', numberId: 'num_1' },
        { id: 'trl_02', tenantId: 'beta', numberId: 'num_2' },
        { id: 'trl_03', tenantId: 'acme', numberId: 'num_1' },
        { id: 'trl_04', tenantId: 'acme', numberId: 'num_3' },
      ];
      for (const [place, row] of rows.entries())
        await trail.append(sampleEntry({ ...row, at: moment(place) }));
      const ids = async (query: Parameters<typeof trail.list>[0]) =>
        (await trail.list(query)).map((entry) => entry.id);
      assert.deepEqual(await ids({ limit: 10 }), ['trl_04', 'trl_03', 'trl_02', 'trl_01']);
      assert.deepEqual(await ids({ tenantId: 'acme', limit: 10 }), ['trl_04', 'trl_03', 'trl_01']);
      assert.deepEqual(await ids({ tenantId: 'acme', numberId: 'num_1', limit: 10 }), ['trl_03', 'trl_01']);
      assert.deepEqual(await ids({ tenantId: 'acme', limit: 1 }), ['trl_04']);
      assert.deepEqual(await ids({ tenantId: 'acme', limit: 1, before: 'trl_04' }), ['trl_03']);
      assert.deepEqual(await ids({ tenantId: 'nobody', limit: 10 }), []);
    },
  },
  {
    title: '50 callers that append lose no entry',
    async run(context) {
      await crowd(context, ({ trail }, caller) => trail.append(sampleEntry({ id: `trl_${caller}` })));
      assert.equal((await context.storage.trail.list({ limit: 1000 })).length, CROWD);
    },
  },
  {
    title: 'an entry cannot be overwritten by appending its id again',
    async run({ storage: { trail } }) {
      await trail.append(sampleEntry());
      await assert.rejects(trail.append(sampleEntry({ reason: 'rewritten' })));
      assert.deepEqual(await trail.list({ limit: 10 }), [sampleEntry()]);
    },
  },
];
