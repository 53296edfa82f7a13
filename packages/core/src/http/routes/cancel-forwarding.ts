import { type ForwardingResponse, paths } from '@numberkit/contract';
import { actorOf } from '../actor-of.ts';
import { defineRoute } from '../route.ts';
import { forwardingQuery, forwardingResponse } from '../schemas/index.ts';

/** `POST cancel-forwarding` */
export const cancelForwarding = defineRoute(
  {
    operationId: 'cancelForwarding',
    method: 'POST',
    path: paths.cancelForwarding,
    summary: 'Stop forwarding the tenant’s own line',
    description:
      'The plan to follow is `undo`. It is off when a test call shows it, and its number is not released before. Safe to ' +
      'repeat.',
    from: 'body',
    input: forwardingQuery,
    answers: { 200: { description: 'Cancelling, or off.', schema: forwardingResponse } },
  },
  async ({ forwardingId }, { api, access }) => {
    const { tenantId } = access;
    const body: ForwardingResponse = {
      forwarding: await api.forwardings.cancel({ tenantId, forwardingId, actor: actorOf(access) }),
    };
    return { status: 200, body };
  },
);
