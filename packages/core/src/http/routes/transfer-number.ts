import { paths, type TransferNumberResponse } from '@numberkit/contract';
import { actorOf } from '../actor-of.ts';
import { defineRoute } from '../route.ts';
import { transferNumberBody, transferNumberResponse } from '../schemas/index.ts';

/** `POST admin/transfer-number` */
export const transferNumber = defineRoute(
  {
    operationId: 'transferNumber',
    method: 'POST',
    path: paths.transferNumber,
    summary: 'Move a number to another tenant',
    description: 'For operators. The next call reaches the agent of the new owner.',
    operatorsOnly: true,
    from: 'body',
    input: transferNumberBody,
    answers: { 200: { description: 'Moved.', schema: transferNumberResponse } },
  },
  async (input, { api, access }) => {
    await api.numbers.transfer({ ...input, actor: actorOf(access) });
    const body: TransferNumberResponse = { numberId: input.numberId, tenantId: input.toTenantId };
    return { status: 200, body };
  },
);
