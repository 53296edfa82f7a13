import { type CheckLineResponse, paths } from '@numberkit/contract';
import { defineRoute } from '../route.ts';
import { checkLineRequest, checkLineResponse } from '../schemas/index.ts';

/** `POST check-line` */
export const checkLine = defineRoute(
  {
    operationId: 'checkLine',
    method: 'POST',
    path: paths.checkLine,
    summary: 'Read the tenant’s own line, and tell what carriers to choose from',
    description:
      'Understands a line as people write it, and refuses what must never be called. Where the host enabled look-ups, it ' +
      'suggests the carrier; nothing else is called and nothing is kept.',
    setupPath: 'forward',
    from: 'body',
    input: checkLineRequest,
    answers: { 200: { description: 'The line, and the choice.', schema: checkLineResponse } },
  },
  async ({ existingLine }, { api, access }) => {
    const { tenantId } = access;
    const body: CheckLineResponse = await api.forwardings.checkLine({ tenantId, existingLine });
    return { status: 200, body };
  },
);
