import { createApiClient } from '../src/api/index.ts';
import { createSnapshotStore, type KeyValueStore, type SetupNews, SetupSession } from '../src/setup/index.ts';
import type { FakeApi } from './fake-api/index.ts';
import { createVirtualTimers, settle, type VirtualTimers } from './virtual-timers.ts';

/** A session in Node, with time and storage in the hands of the test. */
export interface TestSession {
  readonly session: SetupSession;
  readonly timers: VirtualTimers;
  readonly news: SetupNews[];
  readonly storage: KeyValueStore;
}

export function createStorage(): KeyValueStore {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

/**
 * @param storage give the same again to play a reload
 * @param fetch in place of the one of `api`
 */
export async function startSession(
  api: FakeApi,
  storage = createStorage(),
  fetch = api.fetch,
): Promise<TestSession> {
  const timers = createVirtualTimers();
  const news: SetupNews[] = [];
  const client = createApiClient({ baseUrl: '/api/twilio', fetch, timers });
  const session = new SetupSession({
    client: () => client,
    snapshots: createSnapshotStore(() => storage),
    timers,
    loadForwarding: async () => {},
    exclusively: (_name, task) => task(),
    onChange: () => {},
    onNews: (each) => news.push(each),
  });
  session.send({ type: 'start', online: true });
  await settle();
  return { session, timers, news, storage };
}
