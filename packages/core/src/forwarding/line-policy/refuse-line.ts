import type { FieldProblem } from '@numberkit/contract';
import { type ErrorKind, NumberkitError } from '../../errors.ts';
import { forwardingErrors } from '../errors.ts';

/** Why a line is refused. Names no digit of it. */
export interface LineRefusal {
  readonly error: ErrorKind;
  readonly field: FieldProblem;
}

const FIELD = 'existingLine';

/** What was written is no number, or none that exists. */
export function notANumber(reason: string, remedy: string): LineRefusal {
  return { error: forwardingErrors.invalidLine, field: { field: FIELD, reason, remedy } };
}

/** The number exists and is not called. */
export function notAllowed(reason: string, remedy: string): LineRefusal {
  return { error: forwardingErrors.lineNotAllowed, field: { field: FIELD, reason, remedy } };
}

/** The refusal as an error to throw. @param field how the caller's request names the line */
export function lineRefused(refusal: LineRefusal, field = FIELD): NumberkitError {
  return new NumberkitError(refusal.error, {
    detail: `The existing line ${refusal.field.reason}.`,
    fields: [{ ...refusal.field, field }],
  });
}
