import { type ForwardingResponse, paths } from '@numberkit/contract';
import { defineRoute } from '../route.ts';
import { forwardingQuery, forwardingResponse } from '../schemas/index.ts';

/** `GET forwarding-status?forwardingId=` */
export const forwardingStatus = defineRoute(
  {
    operationId: 'forwardingStatus',
    method: 'GET',
    path: paths.forwardingStatus,
    summary: 'Look at one forwarding of the tenant',
    description: 'Answers 404 for an id that does not exist and for one of another tenant alike.',
    from: 'query',
    input: forwardingQuery,
    answers: { 200: { description: 'The forwarding.', schema: forwardingResponse } },
  },
  async ({ forwardingId }, { api, access }) => {
    const { tenantId } = access;
    const body: ForwardingResponse = {
      forwarding: await api.forwardings.status({ tenantId, forwardingId }),
    };
    return { status: 200, body };
  },
);
