import { type ForwardingResponse, paths } from '@numberkit/contract';
import { actorOf } from '../actor-of.ts';
import { defineRoute } from '../route.ts';
import { forwardingResponse, setupForwardingRequest } from '../schemas/index.ts';

/** `POST setup-forwarding` */
export const setupForwarding = defineRoute(
  {
    operationId: 'setupForwarding',
    method: 'POST',
    path: paths.setupForwarding,
    summary: 'Begin to forward the tenant’s own line',
    description:
      'Gives the tenant a number at once and answers the plan: what to dial or to set, and how to undo it. Sent again for ' +
      'the same line it changes what is named and keeps the number.',
    setupPath: 'forward',
    from: 'body',
    input: setupForwardingRequest,
    answers: {
      200: { description: 'The line was begun already; changed.', schema: forwardingResponse },
      201: { description: 'Begun.', schema: forwardingResponse },
    },
  },
  async (input, { api, access, basePath }) => {
    const { forwarding, created } = await api.forwardings.start({
      ...input,
      tenantId: access.tenantId,
      actor: actorOf(access),
    });
    const location = `${basePath}${paths.forwardingStatus}?forwardingId=${encodeURIComponent(forwarding.id)}`;
    const body: ForwardingResponse = { forwarding };
    return { status: created ? 201 : 200, body, headers: { location } };
  },
);
