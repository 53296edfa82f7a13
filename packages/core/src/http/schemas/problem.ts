import type { Problem } from '@numberkit/contract';
import { z } from 'zod';
import { phoneNumber } from './fields.ts';

const fieldProblem = z.object({
  field: z.string().meta({ description: 'Name of the field, dotted when nested: near.latitude.' }),
  reason: z.string(),
  remedy: z.string(),
});

/** Every answer that is an error. */
export const problem = z.object({
  type: z.string().meta({ format: 'uri-reference', description: 'Address that explains the code.' }),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.string().meta({ description: 'Stable; docs/errors.md lists all of them.' }),
  detail: z.string(),
  hint: z.string().exactOptional().meta({ description: 'What the reader can do about it.' }),
  retryable: z.boolean().meta({ description: 'May the same request succeed later, unchanged?' }),
  instance: z.string().exactOptional().meta({ description: 'This one occurrence; the log has the same id.' }),
  errors: z.array(fieldProblem).exactOptional().meta({ description: 'The fields that were refused.' }),
  alternatives: z.array(phoneNumber).exactOptional().meta({ description: 'Numbers to offer instead.' }),
}) satisfies z.ZodType<Problem>;

/** Path of `GET errors/{code}`. */
export const errorPath = z.strictObject({
  code: z.string().meta({ description: 'An error code, such as number-unavailable.' }),
});

/** Answer of `GET errors/{code}`. */
export const errorExplanation = z.object({
  code: z.string(),
  title: z.string(),
  status: z.int(),
  retryable: z.boolean(),
  hint: z.string(),
});
