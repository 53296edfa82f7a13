import { paths } from '@numberkit/contract';
import { NumberkitError } from '../../errors.ts';
import { errorCatalogue } from '../error-catalogue.ts';
import { httpErrors } from '../errors.ts';
import { definePublicRoute } from '../route.ts';
import { errorExplanation, errorPath } from '../schemas/index.ts';

/** `GET errors/{code}`: where the `type` of a problem leads. */
export const explainError = definePublicRoute(
  {
    operationId: 'explainError',
    method: 'GET',
    path: `${paths.errors}/{code}`,
    summary: 'What an error code means',
    description: 'The `type` of every problem is the address of its explanation.',
    from: 'path',
    input: errorPath,
    answers: { 200: { description: 'The explanation.', schema: errorExplanation } },
  },
  async ({ code }) => {
    const kind = errorCatalogue
      .flatMap((room) => Object.values(room.errors))
      .find((one) => one.code === code);
    if (!kind) throw new NumberkitError(httpErrors.noSuchCode, { detail: 'The code is in no list.' });
    const { title, status, retryable, hint } = kind;
    return { status: 200, body: { code, title, status, retryable, hint } };
  },
);
