import type {
  CancelForwardingRequest,
  CheckLineRequest,
  CheckLineResponse,
  ForwardingResponse,
  ForwardingStatsResponse,
  SetupForwardingRequest,
  VerifyForwardingRequest,
  VerifyForwardingResponse,
} from '@numberkit/contract';
import { z } from 'zod';
import {
  existingLine as anExistingLine,
  forwarding,
  forwardingCondition,
  forwardingTest,
  lineKind,
  purpose,
} from './forwarding.ts';

const MOST_ALTERNATIVES = 20;

const existingLine = z
  .string()
  .min(3)
  .max(40)
  .meta({ description: 'A phone line as people write it, such as "(510) 555-0142".' });
const forwardingId = z
  .string()
  .regex(/^fwd_[0-9a-z]{1,64}$/)
  .meta({ description: 'The id of a forwarding, fwd_…, that setup-forwarding returned.' });
const testId = z
  .string()
  .regex(/^fwt_[0-9a-z]{1,64}$/)
  .meta({ description: 'The id of a test, fwt_…, that verify-forwarding returned.' });
const carrierId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .meta({ description: 'The id of a carrier from check-line, such as us-verizon.' });

/** Body of `POST check-line`. */
export const checkLineRequest = z.strictObject({ existingLine }) satisfies z.ZodType<CheckLineRequest>;

/** Body of `POST setup-forwarding`. */
export const setupForwardingRequest = z.strictObject({
  existingLine,
  carrierId: carrierId.nullable().exactOptional(),
  lineKind: lineKind.exactOptional(),
  condition: forwardingCondition.exactOptional(),
  alternative: z
    .int()
    .min(0)
    .max(MOST_ALTERNATIVES)
    .meta({ description: 'A whole number from 0: which of the known ways to show.' })
    .exactOptional(),
}) satisfies z.ZodType<SetupForwardingRequest>;

/** Body of `POST verify-forwarding`. */
export const verifyForwardingRequest = z.strictObject({
  forwardingId,
  purpose: purpose.exactOptional(),
  condition: forwardingCondition.exactOptional(),
}) satisfies z.ZodType<VerifyForwardingRequest>;

/** Body of `POST cancel-forwarding`, and query of `GET forwarding-status`. */
export const forwardingQuery = z.strictObject({ forwardingId }) satisfies z.ZodType<CancelForwardingRequest>;

/** Query of `GET verify-forwarding` and of `GET verify-forwarding-events`. */
export const testQuery = z.strictObject({ testId });

/** Answer of `POST check-line`. */
export const checkLineResponse = z.object({
  existingLine: anExistingLine,
  carriers: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        lines: z.array(z.object({ kind: lineKind, conditions: z.array(forwardingCondition) })),
      }),
    )
    .meta({ description: 'Carriers of its country, the standard last.' }),
  suggestion: z
    .object({ carrierId: z.string(), lineKind })
    .nullable()
    .meta({ description: 'What a look-up says, where the host enabled it and it knew; else null.' }),
}) satisfies z.ZodType<CheckLineResponse>;

/** Answer of `POST setup-forwarding`, `POST cancel-forwarding` and `GET forwarding-status`. */
export const forwardingResponse = z.object({ forwarding }) satisfies z.ZodType<ForwardingResponse>;

/** Answer of `POST verify-forwarding` and `GET verify-forwarding`, and the data of each event. */
export const verifyForwardingResponse = z.object({
  test: forwardingTest,
  forwarding,
}) satisfies z.ZodType<VerifyForwardingResponse>;

/** Answer of `GET admin/forwarding-stats`. */
export const forwardingStatsResponse = z.object({
  codes: z.array(
    z.object({
      carrierId: z.string(),
      lineKind,
      condition: forwardingCondition,
      code: z.string().meta({ description: 'Without a number: **004*{number}#.' }),
      verified: z.int().meta({ description: 'Forwardings that were set up with it and proved.' }),
      failed: z.int().meta({ description: 'Forwardings whose tests with it never came back.' }),
    }),
  ),
}) satisfies z.ZodType<ForwardingStatsResponse>;
