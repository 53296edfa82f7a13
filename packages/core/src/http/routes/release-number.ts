import { paths } from '@numberkit/contract';
import { actorOf } from '../actor-of.ts';
import { defineRoute } from '../route.ts';
import { releaseNumberBody, releaseNumberResponse } from '../schemas/index.ts';

/** `POST admin/release-number` */
export const releaseNumber = defineRoute(
  {
    operationId: 'releaseNumber',
    method: 'POST',
    path: paths.releaseNumber,
    summary: 'Give a number back to the carrier',
    description:
      'For operators. Its calls stop at once, and it cannot be undone. Sending it again answers how far it is.',
    operatorsOnly: true,
    from: 'body',
    input: releaseNumberBody,
    answers: {
      200: { description: 'The carrier has it back.', schema: releaseNumberResponse },
      202: { description: 'Not certain yet; the sweep goes on.', schema: releaseNumberResponse },
    },
  },
  async (input, { api, access }) => {
    const body = await api.numbers.release({ ...input, actor: actorOf(access) });
    return { status: body.outcome === 'released' ? 200 : 202, body };
  },
);
