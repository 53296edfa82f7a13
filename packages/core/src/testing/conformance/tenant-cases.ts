import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { crowd } from './crowd.ts';
import { moment, sampleTenant } from './sample-records.ts';

export const tenantCases: readonly CaseBody[] = [
  {
    title: 'a tenant comes back as it was written',
    async run({ storage: { tenants } }) {
      await tenants.put(sampleTenant());
      assert.deepEqual(await tenants.get('acme'), sampleTenant());
      assert.equal(await tenants.get('beta'), undefined);
    },
  },
  {
    title: 'putting a tenant again replaces the whole record',
    async run({ storage: { tenants } }) {
      await tenants.put(sampleTenant());
      const bare = sampleTenant({
        name: null,
        agent: null,
        recoveryPhone: null,
        location: null,
        traits: {},
        plan: null,
        entitlements: [],
        updatedAt: moment(50),
      });
      await tenants.put(bare);
      assert.deepEqual(await tenants.get('acme'), bare);
    },
  },
  {
    title: '50 callers that put one tenant leave the whole record of one of them',
    async run(context) {
      await crowd(context, ({ tenants }, caller) =>
        tenants.put(sampleTenant({ name: `name ${caller}`, plan: `plan ${caller}` })),
      );
      const tenant = await context.storage.tenants.get('acme');
      assert.match(tenant?.name ?? '', /^name \d+$/);
      assert.equal(tenant?.plan, tenant?.name?.replace('name', 'plan'));
    },
  },
];
