import { createVault, parseKeyRing } from '../../privacy/index.ts';
import type { Storage } from '../../storage/index.ts';
import type { CaseBody, ConformanceSubject } from './conformance-case.ts';

/** Key rings of the suite; the bytes are of no worth anywhere else. */
const oldKey = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
const newKey = `k2:${Buffer.alloc(32, 2).toString('base64')}`;
const otherKey = `k1:${Buffer.alloc(32, 9).toString('base64')}`;

export const vaults = {
  first: createVault(parseKeyRing(oldKey)),
  /** A newer key in front. */
  rotated: createVault(parseKeyRing(`${newKey},${oldKey}`)),
  /** The older key gone, its bytes kept for the index. */
  retired: createVault(parseKeyRing(`${newKey},${oldKey.replace('k1:', 'index:')}`)),
  /** Of another installation. */
  foreign: createVault(parseKeyRing(otherKey)),
};

/** Runs a body on an empty, migrated database, and cleans up whatever happens. */
export async function runCase(subject: ConformanceSubject, body: CaseBody): Promise<void> {
  const database = await subject.open();
  const opened: Storage[] = [];
  const connect = async (vault = vaults.first) => {
    const storage = await database.provider.open(vault);
    opened.push(storage);
    return storage;
  };
  try {
    const storage = await connect();
    await storage.migrate();
    await body.run({ storage, connect, dump: () => database.dump() });
  } finally {
    await Promise.allSettled(opened.map((storage) => storage.close()));
    await database.dispose();
  }
}
