import type { ApiError, ApiErrorKind } from '../api/index.ts';

/** Something that went wrong, kept until the customer moves on. */
export interface Failure {
  readonly kind: ApiErrorKind;
  /** The server's stable code, when it gave one. */
  readonly code: string | null;
  /** The first field that was refused, when the request itself was. */
  readonly field: string | null;
  /** What the server says about it, in its own words. */
  readonly detail: string | null;
}

/** The part of an error that the flow keeps. */
export function toFailure(error: ApiError): Failure {
  return {
    kind: error.kind,
    code: error.problem?.code ?? null,
    field: error.problem?.errors?.[0]?.field ?? null,
    detail: error.problem?.detail || null,
  };
}

/** True when the server clearly did nothing, so that nothing was charged. */
export function didNothing(failure: Failure): boolean {
  return failure.kind === 'refused' || failure.kind === 'unauthorized' || failure.code === 'price-unknown';
}
