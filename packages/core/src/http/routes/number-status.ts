import { type NumberResponse, paths } from '@numberkit/contract';
import { defineRoute } from '../route.ts';
import { numberResponse, numberStatusQuery } from '../schemas/index.ts';

/** `GET number-status?id=` */
export const numberStatus = defineRoute(
  {
    operationId: 'numberStatus',
    method: 'GET',
    path: paths.numberStatus,
    summary: 'Look at one number of the tenant',
    description: 'Answers 404 for an id that does not exist and for one of another tenant alike.',
    from: 'query',
    input: numberStatusQuery,
    answers: { 200: { description: 'The number.', schema: numberResponse } },
  },
  async ({ id }, { api, access }) => {
    const number = await api.numbers.status({ tenantId: access.tenantId, numberId: id });
    const body: NumberResponse = { number };
    return { status: 200, body };
  },
);
