import { type NumberResponse, paths } from '@numberkit/contract';
import { actorOf } from '../actor-of.ts';
import { defineRoute } from '../route.ts';
import { claimNumberRequest, numberResponse } from '../schemas/index.ts';

/** `POST claim-number` */
export const claimNumber = defineRoute(
  {
    operationId: 'claimNumber',
    method: 'POST',
    path: paths.claimNumber,
    summary: 'Take a number from the pool, at once',
    description:
      'Gives the tenant a number that was bought in advance: in the area code asked for, or the nearest one. The same ' +
      'Idempotency-Key with the same body never takes two.',
    setupPath: 'buy',
    needsIdempotencyKey: true,
    from: 'body',
    input: claimNumberRequest,
    answers: { 201: { description: 'Calls reach the agent.', schema: numberResponse } },
  },
  async (input, { api, access, idempotencyKey, basePath }) => {
    const { tenantId } = access;
    const number = await api.pool.claim({ ...input, tenantId, idempotencyKey, actor: actorOf(access) });
    const location = `${basePath}${paths.numberStatus}?id=${encodeURIComponent(number.id)}`;
    const body: NumberResponse = { number };
    return { status: 201, body, headers: { location } };
  },
);
