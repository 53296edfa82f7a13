import type { SearchNumbersRequest } from '@numberkit/contract';
import { type ApiClient, ApiError } from '../../src/api/index.ts';
import {
  createSnapshotStore,
  type Exclusively,
  type KeyValueStore,
  type SetupInput,
  type SetupNews,
  SetupSession,
} from '../../src/setup/index.ts';
import type { Timers } from '../../src/timers/index.ts';
import type { PurchaseEnd, Server } from './server.ts';

/** A request that has not been answered yet; the test says how and when it is. */
export interface OpenRequest {
  readonly kind: 'state' | 'search' | 'buy' | 'status' | 'forwarding';
  /** Answers as the server would now; a purchase ends as told. */
  answer(end?: PurchaseEnd): void;
  fail(error: ApiError): void;
}

/** One browser tab: a session whose requests, timers and storage the test holds in its hands. */
export interface Tab {
  session: SetupSession;
  readonly requests: OpenRequest[];
  readonly timers: Set<() => void>;
  readonly news: SetupNews[];
  readonly storage: KeyValueStore;
  /** What was last searched for. */
  lastSearch: SearchNumbersRequest | null;
  /** What the customer last typed; null before the first time. */
  typed: string | null;
}

/** Opens a tab; give an earlier one to play its reload. */
export function openTab(
  server: Server,
  locks: Exclusively,
  storage: KeyValueStore,
  typed: string | null = null,
): Tab {
  const requests: OpenRequest[] = [];
  const timers = new Set<() => void>();
  const news: SetupNews[] = [];
  const tab: Omit<Tab, 'session'> = { requests, timers, news, storage, lastSearch: null, typed };
  const clock: Timers = {
    after(_milliseconds, run) {
      timers.add(run);
      return () => timers.delete(run);
    },
  };
  const client = createHeldClient(server, tab);
  const session = new SetupSession({
    client: () => client,
    snapshots: createSnapshotStore(() => storage),
    timers: clock,
    loadForwarding: () => client.loadForwarding(),
    exclusively: locks,
    onChange: () => {},
    onNews: (each) => news.push(each),
  });
  const start: SetupInput = { type: 'start', online: true };
  session.send(start);
  return Object.assign(tab, { session });
}

function createHeldClient(
  server: Server,
  tab: Omit<Tab, 'session'>,
): ApiClient & { loadForwarding(): Promise<void> } {
  function hold<Answer>(
    kind: OpenRequest['kind'],
    signal: AbortSignal | undefined,
    answer: (end: PurchaseEnd) => Answer,
  ): Promise<Answer> {
    if (signal?.aborted) return Promise.reject(new ApiError('aborted'));
    return new Promise((resolve, reject) => {
      const close = () =>
        tab.requests.splice(tab.requests.indexOf(request), tab.requests.includes(request) ? 1 : 0);
      const request: OpenRequest = {
        kind,
        answer(end = 'active') {
          close();
          try {
            resolve(answer(end));
          } catch (error) {
            reject(error);
          }
        },
        fail(error) {
          close();
          reject(error);
        },
      };
      tab.requests.push(request);
      // An aborted search may still be answered: that is what makes an answer late.
      signal?.addEventListener('abort', () => kind !== 'search' && request.fail(new ApiError('aborted')));
    });
  }
  return {
    setupState: (signal) => hold('state', signal, () => server.state()),
    searchNumbers(request, signal) {
      tab.lastSearch = request;
      return hold('search', signal, () => server.search(request));
    },
    purchaseNumber: ({ phoneNumber }, key) =>
      hold('buy', undefined, (end) => server.buy(key, phoneNumber, end)),
    loadForwarding: () => hold('forwarding', undefined, () => {}),
    numberStatus: (id, signal) => hold('status', signal, () => server.status(id)),
  };
}

/** The locks that the tabs of one browser share. */
export function createLocks(): Exclusively {
  const last = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(task, task);
    last.set(name, mine);
    return mine;
  };
}
