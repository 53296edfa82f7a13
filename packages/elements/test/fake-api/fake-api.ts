import type {
  PurchaseNumberRequest,
  SearchNumbersRequest,
  SetupState,
  TenantNumber,
  TenantNumberStatus,
} from '@numberkit/contract';
import { json, problem } from './answers.ts';
import type { Answer, FakeState, SeenRequest } from './fake-state.ts';
import { aroundOakland, cool, newTenant, oakland, owned } from './fixtures.ts';
import { forwardingRoutes } from './forwarding-routes.ts';

/** A numberkit server in the page: it keeps the contract, counts, and fails when it is told to. */
export interface FakeApi extends FakeState {
  readonly fetch: typeof globalThis.fetch;
  /** What the next purchases answer with. */
  buysAs: TenantNumberStatus;
  /** Uses these answers for the next requests of a path, one each, before its own. */
  script(path: string, ...answers: readonly Answer[]): void;
  /** Changes a number that the tenant has. */
  change(id: string, change: Partial<TenantNumber>): void;
}

/** @param setup where the tenant stands at first */
export function createFakeApi(setup: SetupState = newTenant()): FakeApi {
  const seen: SeenRequest[] = [];
  const scripts = new Map<string, Answer[]>();
  const answers = new Map<string, TenantNumber>();

  const api: FakeApi = {
    seen,
    setup,
    buysAs: 'active',
    tests: { outcome: 'verified', remedy: null, stopsAt: 'done', streams: true },
    script(path, ...more) {
      scripts.set(path, [...(scripts.get(path) ?? []), ...more]);
    },
    change(id, change) {
      const numbers = api.setup.numbers.map((each) => (each.id === id ? { ...each, ...change } : each));
      api.setup = { ...api.setup, numbers };
    },
    async fetch(input, init) {
      const request = see(input, init);
      seen.push(request);
      const answer = scripts.get(request.path)?.shift() ?? routes[request.path];
      if (!answer) return problem(404, 'not-found');
      return untilAborted(answer(request), init?.signal ?? undefined);
    },
  };

  const routes: Record<string, Answer> = {
    '/setup-state': () => json(api.setup),
    '/search-numbers': ({ body }) => json(find(body as SearchNumbersRequest)),
    '/purchase-number': ({ body, headers }) => {
      const key = headers.get('Idempotency-Key') ?? '';
      const number = answers.get(key) ?? buy(api, body as PurchaseNumberRequest);
      answers.set(key, number);
      return json({ number }, number.status === 'pending' ? 202 : 201);
    },
    '/number-status': ({ query }) => {
      const number = api.setup.numbers.find((each) => each.id === query.get('id'));
      return number ? json({ number }) : problem(404, 'number-not-found');
    },
    ...forwardingRoutes(api),
  };
  return api;
}

function buy(api: FakeApi, { phoneNumber }: PurchaseNumberRequest): TenantNumber {
  const number = owned({ phoneNumber, status: api.buysAs });
  api.setup = { ...api.setup, numbers: [number, ...api.setup.numbers] };
  return number;
}

function find({ query, areaCode, contains }: SearchNumbersRequest) {
  if (query && /nowhere/i.test(query)) return { numbers: [], suggestions: aroundOakland };
  const all = contains === 'COOL' ? cool : contains ? [] : oakland;
  const numbers = areaCode ? all.filter((each) => each.areaCode === areaCode) : all;
  return { numbers, suggestions: aroundOakland };
}

function see(input: RequestInfo | URL, init: RequestInit | undefined): SeenRequest {
  const url = new URL(String(input), 'http://host.test');
  return {
    method: init?.method ?? 'GET',
    path: url.pathname.replace(/^\/api\/twilio/, ''),
    query: url.searchParams,
    headers: new Headers(init?.headers),
    body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
  };
}

function untilAborted(
  answer: Response | Promise<Response>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException('aborted', 'AbortError'));
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    Promise.resolve(answer).then(resolve, reject);
  });
}
