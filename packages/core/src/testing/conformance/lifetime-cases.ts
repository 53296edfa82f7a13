import assert from 'node:assert/strict';
import { isNumberkitError } from '../../errors.ts';
import type { CaseBody } from './conformance-case.ts';
import { moment, sampleNumber } from './sample-records.ts';

export const lifetimeCases: readonly CaseBody[] = [
  {
    title: 'migrating again changes nothing',
    async run({ storage, connect }) {
      await storage.numbers.insert(sampleNumber());
      await storage.migrate();
      await (await connect()).migrate();
      assert.deepEqual(await storage.numbers.get('num_sample'), sampleNumber());
    },
  },
  {
    title: 'what is written survives closing and opening',
    async run({ storage, connect }) {
      await storage.numbers.insert(sampleNumber());
      await storage.close();
      const reopened = await connect();
      assert.deepEqual(await reopened.numbers.get('num_sample'), sampleNumber());
    },
  },
  {
    title: 'a closed storage refuses with storage-unavailable, and closing again is harmless',
    async run({ storage }) {
      await storage.close();
      const isUnavailable = (error: unknown) =>
        isNumberkitError(error, 'storage-unavailable') && error.status === 503 && error.retryable;
      await assert.rejects(storage.numbers.get('num_sample'), isUnavailable);
      await assert.rejects(storage.routes.lookup('+14155550142'), isUnavailable);
      await assert.rejects(storage.limits.giveBack({ key: 'k', window: 'w' }, 1), isUnavailable);
      await assert.rejects(
        storage.transaction(({ numbers }) => numbers.move('num_1', 'pooled', 'assigned', {}, moment())),
        isUnavailable,
      );
      await storage.close();
    },
  },
];
