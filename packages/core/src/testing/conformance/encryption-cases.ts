import assert from 'node:assert/strict';
import { isNumberkitError } from '../../errors.ts';
import type { CaseBody } from './conformance-case.ts';
import { vaults } from './run-case.ts';
import { sampleEntry, sampleNumber, sampleOperation, sampleTenant } from './sample-records.ts';

/** The ways in which a phone number is commonly written, all for +1 415 555 01xx. */
export function spellings(lastTwo: string): string[] {
  return [
    `+141555501${lastTwo}`,
    `41555501${lastTwo}`,
    `(415) 555-01${lastTwo}`,
    `415-555-01${lastTwo}`,
    `415.555.01${lastTwo}`,
    `415 555 01${lastTwo}`,
    `555-01${lastTwo}`,
    Buffer.from(`+141555501${lastTwo}`).toString('base64').slice(0, 14),
    Buffer.from(`+141555501${lastTwo}`).toString('hex'),
  ];
}

export const encryptionCases: readonly CaseBody[] = [
  {
    title: 'nothing in the database shows a phone number, an agent or a name',
    async run({ storage, dump }) {
      await storage.numbers.insert(sampleNumber());
      await storage.operations.insert(sampleOperation({ idempotencyKey: 'order of +14155550142' }));
      await storage.tenants.put(sampleTenant());
      await storage.trail.append(sampleEntry());
      const everything = await dump();
      assert.ok(everything.includes('num_sample'), 'the dump shows the rows');
      const secrets = ['42', '43', '44', '99', '77'].flatMap(spellings);
      for (const secret of [
        ...secrets,
        'agent.example.com',
        'Hello, Acme',
        'Acme Plumbing',
        'Oakland',
        '37.80',
      ]) {
        assert.ok(!everything.includes(secret), `the database shows ${secret}`);
      }
    },
  },
  {
    title: 'after a key was added, and after the old one was retired to the index, numbers are still found',
    async run({ storage, connect }) {
      await storage.tenants.put(sampleTenant());
      await storage.numbers.insert(sampleNumber());
      const rotated = await connect(vaults.rotated);
      await rotated.migrate();
      assert.deepEqual(await rotated.numbers.findByPhoneNumber('+14155550142'), sampleNumber());
      assert.equal((await rotated.routes.lookup('+14155550142'))?.numberId, 'num_sample');
      assert.equal(await rotated.numbers.insert(sampleNumber({ id: 'num_2' })), false);
      await rotated.numbers.insert(sampleNumber({ id: 'num_new', phoneNumber: '+14155550150' }));
      const retired = await connect(vaults.retired);
      await retired.migrate();
      assert.equal((await retired.numbers.findByPhoneNumber('+14155550150'))?.id, 'num_new');
      assert.equal(await retired.numbers.insert(sampleNumber({ id: 'num_3' })), false);
    },
  },
  {
    title: 'the keys of another installation are refused, and open nothing',
    async run({ storage, connect }) {
      await storage.numbers.insert(sampleNumber());
      const foreign = await connect(vaults.foreign);
      await assert.rejects(foreign.migrate(), (error) => isNumberkitError(error, 'keys-mismatch'));
      await assert.rejects(foreign.numbers.get('num_sample'), (error) =>
        isNumberkitError(error, 'unreadable-secret'),
      );
      assert.equal(await foreign.numbers.findByPhoneNumber('+14155550142'), undefined);
    },
  },
];
