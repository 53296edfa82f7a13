import { paths, type VerifyForwardingResponse } from '@numberkit/contract';
import { actorOf } from '../actor-of.ts';
import { defineRoute } from '../route.ts';
import { verifyForwardingRequest, verifyForwardingResponse } from '../schemas/index.ts';

/** `POST verify-forwarding` */
export const verifyForwarding = defineRoute(
  {
    operationId: 'verifyForwarding',
    method: 'POST',
    path: paths.verifyForwarding,
    summary: 'Prove a forwarding by a test call',
    description:
      'Calls the existing line from a number that is not the tenant’s, and expects the call back on the tenant’s. Answers ' +
      'at once; verify-forwarding-events tells how it goes, and GET to those who poll. While a test of the line is open, ' +
      'that one is answered and no other call is placed.',
    from: 'body',
    input: verifyForwardingRequest,
    answers: { 202: { description: 'A test is under way.', schema: verifyForwardingResponse } },
  },
  async (input, { api, access, basePath }) => {
    const { tenantId } = access;
    const body: VerifyForwardingResponse = await api.forwardings.verify({
      ...input,
      tenantId,
      actor: actorOf(access),
    });
    const location = `${basePath}${paths.verifyForwarding}?testId=${encodeURIComponent(body.test.id)}`;
    return { status: 202, body, headers: { location, 'retry-after': '2' } };
  },
);
