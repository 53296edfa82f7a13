import assert from 'node:assert/strict';
import type { CaseBody } from './conformance-case.ts';
import { moment, sampleNumber, sampleTenant } from './sample-records.ts';

const PHONE_NUMBER = '+14155550142';

export const routeCases: readonly CaseBody[] = [
  {
    title: 'an assigned number leads to the agent of its tenant',
    async run({ storage }) {
      await storage.tenants.put(sampleTenant());
      await storage.numbers.insert(sampleNumber());
      assert.deepEqual(await storage.routes.lookup(PHONE_NUMBER), {
        tenantId: 'acme',
        numberId: 'num_sample',
        phoneNumber: PHONE_NUMBER,
        agent: sampleTenant().agent,
        recoveryPhone: '+14155550199',
      });
      assert.equal(await storage.routes.lookup('+14155550143'), undefined);
    },
  },
  {
    title: 'a route has no recovery phone when the tenant has none',
    async run({ storage }) {
      await storage.tenants.put(sampleTenant({ recoveryPhone: null }));
      await storage.numbers.insert(sampleNumber());
      const route = await storage.routes.lookup(PHONE_NUMBER);
      assert.equal(route !== undefined && 'recoveryPhone' in route, false);
    },
  },
  {
    title: 'there is no route without a tenant, without an agent, or while the number is not assigned',
    async run({ storage }) {
      await storage.numbers.insert(sampleNumber({ state: 'buying' }));
      assert.equal(await storage.routes.lookup(PHONE_NUMBER), undefined);
      await storage.numbers.move('num_sample', 'buying', 'assigned', {}, moment());
      assert.equal(await storage.routes.lookup(PHONE_NUMBER), undefined);
      await storage.tenants.put(sampleTenant({ agent: null }));
      assert.equal(await storage.routes.lookup(PHONE_NUMBER), undefined);
      await storage.tenants.put(sampleTenant());
      assert.equal((await storage.routes.lookup(PHONE_NUMBER))?.tenantId, 'acme');
      await storage.numbers.move('num_sample', 'assigned', 'releasing', {}, moment());
      assert.equal(await storage.routes.lookup(PHONE_NUMBER), undefined);
    },
  },
  {
    title: 'a change of the agent or the owner is seen by the next call',
    async run({ storage, connect }) {
      const other = await connect();
      await storage.tenants.put(sampleTenant());
      await storage.numbers.insert(sampleNumber());
      await other.tenants.put(sampleTenant({ agent: { kind: 'say', text: 'closed' } }));
      assert.deepEqual((await storage.routes.lookup(PHONE_NUMBER))?.agent, { kind: 'say', text: 'closed' });
      await other.tenants.put(sampleTenant({ id: 'beta' }));
      await other.numbers.move('num_sample', 'assigned', 'resting', { tenantId: null }, moment());
      await other.numbers.move('num_sample', 'resting', 'assigned', { tenantId: 'beta' }, moment());
      assert.equal((await storage.routes.lookup(PHONE_NUMBER))?.tenantId, 'beta');
    },
  },
];
