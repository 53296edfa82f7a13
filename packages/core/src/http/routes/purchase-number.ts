import { type NumberResponse, paths } from '@numberkit/contract';
import { NumberkitError } from '../../errors.ts';
import { actorOf } from '../actor-of.ts';
import { httpErrors } from '../errors.ts';
import { defineRoute } from '../route.ts';
import { numberResponse, purchaseNumberRequest } from '../schemas/index.ts';

/** `POST purchase-number` */
export const purchaseNumber = defineRoute(
  {
    operationId: 'purchaseNumber',
    method: 'POST',
    path: paths.purchaseNumber,
    summary: 'Buy a number for the tenant',
    description:
      'Buys exactly the number asked for, or the first of `alternatives` that can still be had. ' +
      'The same Idempotency-Key with the same body never buys twice.',
    setupPath: 'buy',
    needsIdempotencyKey: true,
    from: 'body',
    input: purchaseNumberRequest,
    answers: {
      201: { description: 'Bought; calls reach the agent.', schema: numberResponse },
      202: {
        description:
          'The carrier has not given a clear answer yet. Ask number-status; nothing is bought twice.',
        schema: numberResponse,
      },
    },
  },
  async (input, { api, access, idempotencyKey, basePath }) => {
    const number = await api.numbers.buy({
      ...input,
      tenantId: access.tenantId,
      idempotencyKey,
      actor: actorOf(access),
    });
    if (number.status === 'failed') {
      throw new NumberkitError(httpErrors.purchaseRefused, {
        detail: 'The carrier did not sell this number.',
      });
    }
    const location = `${basePath}${paths.numberStatus}?id=${encodeURIComponent(number.id)}`;
    const body: NumberResponse = { number };
    return number.status === 'pending'
      ? { status: 202, body, headers: { location, 'retry-after': '2' } }
      : { status: 201, body, headers: { location } };
  },
);
