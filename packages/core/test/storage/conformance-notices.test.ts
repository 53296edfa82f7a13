import { describe, expect, test } from 'vitest';
import type { Vault } from '../../src/privacy/index.ts';
import type { Storage } from '../../src/storage/index.ts';
import { type ConformanceSubject, storageConformance } from '../../src/testing/index.ts';
import { nodeSqlite } from './engines.ts';

/** A storage with one fault, to see that the suite finds it. */
interface Fault {
  readonly fault: string;
  /** The case that must fail. */
  readonly noticedBy: RegExp;
  spoil?(storage: Storage): Storage;
  spoilVault?(vault: Vault): Vault;
}

const faults: readonly Fault[] = [
  {
    fault: 'says of every inserted number that it was the first',
    noticedBy: /50 callers that insert one phone number/,
    spoil: (storage) => ({
      ...storage,
      numbers: {
        ...storage.numbers,
        insert: async (number) => !(await storage.numbers.insert(number)) || true,
      },
    }),
  },
  {
    fault: 'reads, compares and writes a counter in three steps',
    noticedBy: /50 callers that take from one counter/,
    spoil: (storage) => ({
      ...storage,
      limits: {
        ...storage.limits,
        async take(counter, amount, max) {
          const used = await storage.limits.used(counter);
          return used + amount <= max && storage.limits.take(counter, amount, Number.MAX_SAFE_INTEGER);
        },
      },
    }),
  },
  {
    fault: 'keeps what a failed transaction wrote',
    noticedBy: /when the work throws, nothing stays/,
    spoil: (storage) => ({ ...storage, transaction: (work) => work(storage) }),
  },
  {
    fault: 'leases the same operation to every sweep',
    noticedBy: /50 sweeps each due operation/,
    spoil: (storage) => ({
      ...storage,
      operations: {
        ...storage.operations,
        claimDue: (now, _, limit) => storage.operations.claimDue(now, now, limit),
      },
    }),
  },
  {
    fault: 'changes an operation whatever state it is in',
    noticedBy: /50 callers that settle one operation/,
    spoil: (storage) => ({
      ...storage,
      operations: {
        ...storage.operations,
        move: (id, _, change, now) =>
          storage.operations.move(id, ['intended', 'unknown', 'done', 'refused'], change, now),
      },
    }),
  },
  {
    fault: 'seals nothing',
    noticedBy: /nothing in the database shows a phone number/,
    spoilVault: (vault) => ({ ...vault, seal: (plain) => plain, open: (plain) => plain }),
  },
  {
    fault: 'remembers routes',
    noticedBy: /a change of the agent or the owner is seen/,
    spoil(storage) {
      const known = new Map<string, ReturnType<Storage['routes']['lookup']>>();
      const lookup = (phoneNumber: string) => {
        const route = known.get(phoneNumber) ?? storage.routes.lookup(phoneNumber);
        known.set(phoneNumber, route);
        return route;
      };
      return { ...storage, routes: { lookup } };
    },
  },
];

function faulty({ spoil, spoilVault }: Fault): ConformanceSubject {
  return {
    name: 'faulty',
    async open() {
      const database = await nodeSqlite.open();
      const open = async (vault: Vault) => {
        const storage = await database.provider.open(spoilVault?.(vault) ?? vault);
        return spoil?.(storage) ?? storage;
      };
      return { ...database, provider: { description: 'faulty', open } };
    },
  };
}

describe('the conformance suite notices a storage that', () => {
  test.each(faults)('$fault', async (fault) => {
    const found = storageConformance(faulty(fault)).find(({ title }) => fault.noticedBy.test(title));
    await expect(found?.run()).rejects.toMatchObject({ name: 'AssertionError' });
  });
});
