import assert from 'node:assert/strict';
import { isNumberkitError } from '../../errors.ts';
import type { ConformanceSubject } from './conformance-case.ts';
import { vaults } from './run-case.ts';
import { sampleNumber } from './sample-records.ts';

const PROCESSES = 8;

/** Needs a database that nobody has migrated yet, so it does not run inside runCase. */
export async function firstStart(subject: ConformanceSubject): Promise<void> {
  const database = await subject.open();
  const storages = await Promise.all(
    Array.from({ length: PROCESSES }, () => database.provider.open(vaults.first)),
  );
  try {
    const [first] = storages;
    assert.ok(first);
    await assert.rejects(first.numbers.get('num_sample'), (error) =>
      isNumberkitError(error, 'storage-not-migrated'),
    );
    await Promise.all(storages.map((storage) => storage.migrate()));
    for (const storage of storages) {
      const id = `num_${storages.indexOf(storage)}`;
      assert.equal(await storage.numbers.insert(sampleNumber({ id })), storage === first);
    }
  } finally {
    await Promise.allSettled(storages.map((storage) => storage.close()));
    await database.dispose();
  }
}
