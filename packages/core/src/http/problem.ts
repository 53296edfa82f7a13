import type { Problem } from '@numberkit/contract';
import { isNumberkitError, NumberkitError } from '../errors.ts';
import { httpErrors } from './errors.ts';

/** The media type of RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json';

/** What a problem says about where and when it happened. */
export interface ProblemPlace {
  /** Address under which codes are explained, without a slash at the end; `null` when there is none. */
  readonly errorsUrl: string | null;
  /** `req_…` */
  readonly instance: string;
}

/** What is thrown may be anything; this is always a NumberkitError, with `internal` for what we do not know. */
export function asNumberkitError(thrown: unknown): NumberkitError {
  if (isNumberkitError(thrown)) return thrown;
  return new NumberkitError(httpErrors.internal, {
    detail: 'The request could not be completed.',
    cause: thrown,
  });
}

/** The answer for an error. Only what the error says of itself is in it: no stack, no cause. */
export function toProblem(error: NumberkitError, place: ProblemPlace): Problem {
  return {
    type: place.errorsUrl === null ? 'about:blank' : `${place.errorsUrl}/${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    detail: error.message,
    hint: error.hint,
    retryable: error.retryable,
    instance: place.instance,
    ...(error.fields.length > 0 && { errors: error.fields }),
    ...(error.alternatives.length > 0 && { alternatives: error.alternatives }),
  };
}
