import type { FieldProblem, Problem } from '@numberkit/contract';
import { ApiError } from './api-error.ts';

/** The JSON object of an answer; rejects with {@link ApiError} when it is an error or no object. */
export async function readAnswer(response: Response): Promise<Record<string, unknown>> {
  const body = await readObject(response);
  if (response.ok && body) return body;
  const problem = body && typeof body.code === 'string' ? toProblem(body, response.status) : null;
  if (response.status === 401) throw new ApiError('unauthorized', 401, problem);
  const refused = response.status >= 400 && response.status < 500;
  const asksToWait = response.headers.has('retry-after');
  throw new ApiError(refused ? 'refused' : 'failed', response.status, problem, undefined, asksToWait);
}

async function readObject(response: Response): Promise<Record<string, unknown> | null> {
  let body: unknown;
  try {
    body = await response.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  // A plain JSON object has string keys and unknown values.
  return body as Record<string, unknown>;
}

function toProblem(body: Record<string, unknown>, status: number): Problem {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const { alternatives, errors } = body;
  return {
    type: text('type'),
    title: text('title'),
    status,
    code: text('code'),
    detail: text('detail'),
    retryable: body.retryable === true,
    ...(Array.isArray(errors) && { errors: errors.filter(isFieldProblem) }),
    ...(Array.isArray(alternatives) && {
      alternatives: alternatives.filter((each): each is string => typeof each === 'string'),
    }),
  };
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return typeof value === 'object' && value !== null && 'field' in value && typeof value.field === 'string';
}
