import { createFakeApi, newTenant, oakland, owned, problem, reset, silence } from '../fake-api/index.ts';
import { forwardingBeginnings } from './forwarding-beginnings.ts';

const broken = () => problem(500, 'internal');

/** Three numbers that wait in the pool, then those of the carrier. */
const poolFirst = () =>
  Response.json({ numbers: oakland.map((each, place) => ({ ...each, ready: place < 3 })), suggestions: [] });

/** How each scene begins: where the tenant stands and what the server answers. */
export const beginnings = {
  choose: () => createFakeApi(newTenant({ paths: ['buy', 'forward', 'port'] })),
  pick: () => createFakeApi(),
  ready: () => scripted('/search-numbers', poolFirst, poolFirst),
  opening: () => scripted('/setup-state', silence),
  searching: () => scripted('/search-numbers', silence),
  'ask-place': () => {
    const setup = newTenant();
    return createFakeApi({ ...setup, tenant: { ...setup.tenant, location: null } });
  },
  'search-failed': () => scripted('/search-numbers', broken, broken, broken),
  'unknown-place': () => scripted('/search-numbers', () => problem(404, 'unknown-place')),
  taken: () =>
    scripted('/purchase-number', () =>
      problem(409, 'number-unavailable', { alternatives: ['+15105550177'] }),
    ),
  ordering: () => scripted('/purchase-number', silence),
  pending: () => {
    const api = createFakeApi();
    api.buysAs = 'pending';
    return api;
  },
  live: () => createFakeApi(newTenant({ numbers: [owned()] })),
  limit: () => scripted('/purchase-number', () => problem(403, 'not-permitted')),
  unreachable: () => scripted('/setup-state', reset, reset, reset),
  unknown: () => scripted('/purchase-number', reset, reset, reset),
  ...forwardingBeginnings,
} as const;

/** One of them. */
export type Beginning = keyof typeof beginnings;

function scripted(path: string, ...answers: Parameters<ReturnType<typeof createFakeApi>['script']>[1][]) {
  const api = createFakeApi();
  api.script(path, ...answers);
  return api;
}
