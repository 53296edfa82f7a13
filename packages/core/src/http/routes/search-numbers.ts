import { paths } from '@numberkit/contract';
import { defineRoute } from '../route.ts';
import { searchNumbersRequest, searchNumbersResponse } from '../schemas/index.ts';

/** `POST search-numbers` */
export const searchNumbers = defineRoute(
  {
    operationId: 'searchNumbers',
    method: 'POST',
    path: paths.searchNumbers,
    summary: 'Find numbers that can be bought',
    description: 'Name at most one place; with none, the business location of the tenant is used.',
    from: 'body',
    input: searchNumbersRequest,
    answers: { 200: { description: 'Numbers, and area codes to try.', schema: searchNumbersResponse } },
  },
  async (input, { api, access }) => ({
    status: 200,
    body: await api.numbers.search({ ...input, tenantId: access.tenantId }),
  }),
);
