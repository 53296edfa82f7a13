import type { OfferedNumber, Problem, SearchNumbersResponse } from '@numberkit/contract';
import { expect } from 'vitest';
import type { LogEntry } from '../../src/activity/index.ts';
import type { HttpHandlerOptions, NumberkitApi } from '../../src/http/index.ts';
import { createHttpHandler } from '../../src/http/index.ts';
import type { PrebuyStep } from '../../src/pool/index.ts';
import type { Tenant } from '../../src/tenants/index.ts';
import { aNumber } from './a-number.ts';
import { fakeForwardings } from './forwardings.ts';

export const ORIGIN = 'https://app.example.com';
export const BASE = `${ORIGIN}/api/twilio`;

export { aNumber };

export const anOffer: OfferedNumber = {
  phoneNumber: '+15105550142',
  display: '(510) 555-0142',
  type: 'local',
  areaCode: '510',
  locality: 'Oakland',
  region: 'CA',
  local: true,
  distanceMiles: 2,
  monthlyPrice: { amountMicros: 1_150_000, currency: 'USD' },
  capabilities: { voice: true, sms: true, mms: false },
  match: { start: 6, length: 8, spelled: '(510) 555-0142' },
  ready: false,
  memorability: 12,
};

export const aSearch: SearchNumbersResponse = {
  numbers: [anOffer, { ...anOffer, match: null, monthlyPrice: null, restriction: 'needs-address' }],
  suggestions: [{ areaCode: '510', locality: 'Oakland', region: 'CA', local: true, distanceMiles: null }],
};

export const aTenant: Tenant = {
  id: 'acme',
  name: 'Acme Dental',
  agent: { kind: 'conversation-relay', url: 'wss://agent.example.com', greeting: 'Acme, hello.' },
  recoveryPhone: null,
  location: { locality: 'Oakland', region: 'CA' },
  traits: {},
  plan: null,
  entitlements: [],
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

/** What the use cases were called with, and what they answer unless a test says otherwise. */
export function fakeApi(
  answers: Partial<NumberkitApi['numbers']> & {
    tenant?: Tenant | null;
    forwardings?: Partial<NumberkitApi['forwardings']>;
  } = {},
) {
  const calls: { name: string; input: unknown }[] = [];
  const recorded =
    <I, O>(name: string, answer: (input: I) => O) =>
    (input: I) => {
      calls.push({ name, input });
      return answer(input);
    };
  const { tenant = aTenant } = answers;
  const api: NumberkitApi = {
    numbers: {
      search: recorded('search', answers.search ?? (async () => aSearch)),
      buy: recorded('buy', answers.buy ?? (async () => aNumber)),
      status: recorded('status', answers.status ?? (async () => aNumber)),
      list: recorded('list', answers.list ?? (async () => [aNumber])),
      release: recorded(
        'release',
        answers.release ?? (async ({ numberId }) => ({ numberId, outcome: 'released' as const })),
      ),
      transfer: recorded('transfer', answers.transfer ?? (async () => undefined)),
    },
    forwardings: fakeForwardings(recorded, answers.forwardings),
    pool: aPool(recorded),
    sweeps: { run: recorded('sweep', async (_name: string) => ({ outcome: 'ran' as const })) },
    tenants: { get: recorded('get', async () => tenant ?? undefined) },
  };
  return { api, calls };
}

/** A pool that holds two numbers and wants to buy one more. */
function aPool(
  recorded: <T, R>(name: string, answer: (input: T) => R) => (input: T) => R,
): NumberkitApi['pool'] {
  const result = { areaCode: '510', target: 3, pooled: 3, buying: 0, bought: 1, problem: null };
  const summary = { dryRun: false, bought: 1, monthlyCost: [], areas: [result] };
  const bill = { areaCode: '510', target: 3, pooled: 2, buying: 0, missing: 1, monthlyPrice: null };
  const steps = async function* (): AsyncGenerator<PrebuyStep, void> {
    yield { kind: 'planned', areas: [bill], monthlyCost: [] };
    yield { kind: 'finished', summary };
  };
  return {
    claim: recorded('claim', async () => aNumber),
    prebuy: recorded('prebuy', () => ({ [Symbol.asyncIterator]: steps, summary: async () => summary })),
    status: async () => ({
      areas: [
        {
          areaCode: '510',
          pooled: 2,
          buying: 0,
          target: 3,
          claims: 4,
          misses: 1,
          monthlyCost: [],
          oldest: new Date('2026-11-01T00:00:00.000Z'),
          idleAtRisk: 0,
        },
      ],
      pooled: 2,
      buying: 0,
      monthlyCost: [],
      idleAtRisk: 0,
      windowDays: 28,
    }),
  };
}

/** A handler that lets everybody in as tenant `acme` unless told otherwise, and the log that it writes. */
export function handlerFor(api: NumberkitApi, options: Partial<HttpHandlerOptions> = {}) {
  const log: LogEntry[] = [];
  const handler = createHttpHandler({
    api,
    authorize: () => ({ tenantId: 'acme', role: 'tenant' }),
    log: (entry) => log.push(entry),
    newId: () => 'req_1',
    ...options,
  });
  return { handler, log };
}

/** A POST of JSON to a route. */
export function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(BASE + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** A GET of a route. */
export function get(path: string, headers: Record<string, string> = {}): Request {
  return new Request(BASE + path, { headers });
}

/** A purchase that lacks nothing. */
export function purchase(headers: Record<string, string> = {}): Request {
  return post(
    '/purchase-number',
    { phoneNumber: '+15105550142' },
    { 'idempotency-key': 'key-1', ...headers },
  );
}

/** The problem that was answered. */
export async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  // Tests compare what they need of it; the OpenAPI tests prove the whole shape.
  return (await response.json()) as Problem;
}

/** The JSON that was answered, in the shape that the caller expects and then checks. */
export async function jsonOf<T>(response: Response): Promise<T> {
  // See above.
  return (await response.json()) as T;
}
