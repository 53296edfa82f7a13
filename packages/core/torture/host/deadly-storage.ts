import type { Storage, StorageProvider } from '../../src/storage/index.ts';
import type { Executioner } from './executioner.ts';

type Verb = (...given: unknown[]) => Promise<unknown>;

/** The storage, each statement and commit of which may be the process's last. */
export function deadlyStorage(inner: StorageProvider, executioner: Executioner): StorageProvider {
  return {
    description: inner.description,
    async open(vault) {
      const storage = await inner.open(vault);
      return {
        ...withDeadlyVerbs(storage, executioner),
        transaction: deadlyTransaction(storage, executioner),
      };
    },
  };
}

function deadlyTransaction(storage: Storage, executioner: Executioner): Storage['transaction'] {
  return async (work) => {
    const answer = await storage.transaction(async (stores) => {
      const result = await work(withDeadlyVerbs(stores, executioner));
      executioner.happens('commit');
      return result;
    });
    executioner.happens('committed');
    return answer;
  };
}

/** Every store with its verbs counted; what is no store stays as it is. */
function withDeadlyVerbs<T extends object>(stores: T, executioner: Executioner): T {
  const wrapped = Object.entries(stores).map(([name, store]) =>
    typeof store === 'object' && store !== null ? [name, countVerbs(store, executioner)] : [name, store],
  );
  // The same names with stores of the same verbs.
  return Object.fromEntries(wrapped) as T;
}

function countVerbs(store: object, executioner: Executioner): object {
  const verbs = Object.entries(store).map(([name, verb]): [string, Verb] => [
    name,
    async (...given) => {
      executioner.happens('statement');
      // Stores are plain objects of asynchronous verbs.
      return (verb as Verb)(...given);
    },
  ]);
  return Object.fromEntries(verbs);
}
