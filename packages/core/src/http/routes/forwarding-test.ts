import { paths, type VerifyForwardingResponse } from '@numberkit/contract';
import { defineRoute } from '../route.ts';
import { testQuery, verifyForwardingResponse } from '../schemas/index.ts';

/** `GET verify-forwarding?testId=` */
export const forwardingTest = defineRoute(
  {
    operationId: 'forwardingTest',
    method: 'GET',
    path: paths.verifyForwarding,
    summary: 'Look at one test call of the tenant',
    description:
      'For those who poll. Answers 404 for an id that does not exist and for one of another tenant alike.',
    from: 'query',
    input: testQuery,
    answers: { 200: { description: 'The test, and its forwarding.', schema: verifyForwardingResponse } },
  },
  async ({ testId }, { api, access }) => {
    const { tenantId } = access;
    const body: VerifyForwardingResponse = await api.forwardings.testStatus({ tenantId, testId });
    return { status: 200, body };
  },
);

/** `GET verify-forwarding-events?testId=` */
export const forwardingTestEvents = defineRoute(
  {
    operationId: 'forwardingTestEvents',
    method: 'GET',
    path: paths.verifyForwardingEvents,
    summary: 'Follow one test call of the tenant',
    description:
      'Server-sent events: `event: test` for each change, what it is now first, and a comment every 15 seconds. The last ' +
      'event is the one whose stage is done.',
    from: 'query',
    input: testQuery,
    answers: {
      200: {
        description: 'The test and its forwarding, in the data of each event.',
        type: 'text/event-stream',
        schema: verifyForwardingResponse,
      },
    },
  },
  async ({ testId }, { api, access }) => {
    const { tenantId } = access;
    const items = (signal: AbortSignal) => untilDone(api.forwardings.follow({ tenantId, testId, signal }));
    return { status: 200, tenantId, event: 'test', items };
  },
);

async function* untilDone(
  updates: AsyncIterable<VerifyForwardingResponse>,
): AsyncGenerator<VerifyForwardingResponse, void> {
  for await (const update of updates) {
    yield update;
    if (update.test.stage === 'done') return;
  }
}
