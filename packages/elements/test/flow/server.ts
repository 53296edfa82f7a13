import type { NumberResponse, SearchNumbersRequest, SetupState, TenantNumber } from '@numberkit/contract';
import { ApiError } from '../../src/api/index.ts';
import { newTenant, offered, owned } from '../fake-api/index.ts';

/** How one purchase request ends, at the server and on the way back. */
export type PurchaseEnd =
  | 'active'
  | 'pending'
  | 'failed'
  | 'taken'
  | 'limit-reached'
  | 'lost-before'
  | 'lost-after'
  | 'timed-out-after'
  | 'signed-out'
  | 'broken';

/** The truth about one tenant: what was bought under which key, whatever the page believes. */
export interface Server {
  readonly numbers: TenantNumber[];
  /** Every purchase request that reached it, by key. */
  readonly keys: string[];
  state(): SetupState;
  /** Numbers whose `locality` is what was searched for. */
  search(request: SearchNumbersRequest): { numbers: ReturnType<typeof offered>[]; suggestions: [] };
  /** Does what the server does, then answers or throws as the way back has it. */
  buy(key: string, phoneNumber: string, end: PurchaseEnd): NumberResponse;
  status(id: string): NumberResponse;
  /** The carrier decides about a pending number. */
  settle(outcome: 'active' | 'failed'): void;
  boughtUnder(key: string): boolean;
}

export function createServer(paths: SetupState['paths']): Server {
  const numbers: TenantNumber[] = [];
  const keys: string[] = [];
  const byKey = new Map<string, string>();
  const find = (id: string | undefined) => numbers.find((each) => each.id === id);
  const isOurs = (number: TenantNumber | undefined) =>
    number?.status === 'active' || number?.status === 'pending';
  const buyAs = (key: string, phoneNumber: string, status: TenantNumber['status']): NumberResponse => {
    const known = find(byKey.get(key));
    if (known) return { number: known };
    const number = owned({ id: `num_${numbers.length + 1}`, phoneNumber, status });
    numbers.unshift(number);
    byKey.set(key, number.id);
    return { number };
  };

  return {
    numbers,
    keys,
    state: () => newTenant({ paths, numbers: [...numbers] }),
    search: (request) => ({
      numbers: [1, 2, 3, 4].map((line) => offered(`555-010${line}`, { locality: placeOf(request) })),
      suggestions: [],
    }),
    buy(key, phoneNumber, end) {
      keys.push(key);
      const known = byKey.has(key);
      const refuse = refusals[end];
      if (refuse && (!known || end === 'signed-out')) throw refuse();
      if (end === 'lost-before' || end === 'broken')
        throw new ApiError(end === 'broken' ? 'failed' : 'unreachable', end === 'broken' ? 500 : 0);
      const answer = buyAs(key, phoneNumber, end === 'pending' || end === 'failed' ? end : 'active');
      if (end === 'lost-after') throw new ApiError('unreachable');
      if (end === 'timed-out-after') throw new ApiError('timeout');
      return answer;
    },
    status(id) {
      const number = find(id);
      if (number) return { number };
      throw refusal(404, 'number-not-found');
    },
    settle(outcome) {
      const index = numbers.findIndex((each) => each.status === 'pending');
      const number = numbers[index];
      if (number) numbers[index] = { ...number, status: outcome };
    },
    boughtUnder: (key) => isOurs(find(byKey.get(key))),
  };
}

/** What a search was for, as the numbers it finds carry it. */
export function placeOf({ query, areaCode, contains }: SearchNumbersRequest): string {
  return [query, areaCode, contains].filter(Boolean).join('|');
}

const refusals: Partial<Record<PurchaseEnd, () => ApiError>> = {
  taken: () => refusal(409, 'number-unavailable'),
  'limit-reached': () => refusal(403, 'limit-reached'),
  'signed-out': () => new ApiError('unauthorized', 401),
};

function refusal(status: number, code: string): ApiError {
  const problem = { type: 'about:blank', title: code, status, code, detail: code, retryable: false };
  return new ApiError('refused', status, problem);
}
