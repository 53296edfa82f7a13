import type { RunSweepRequest, RunSweepResponse } from '@numberkit/contract';
import { z } from 'zod';

/** Body of `POST admin/run-sweep`. */
export const runSweepBody = z.object({
  sweep: z.string().min(1).max(64).meta({ description: 'The name of a sweep, such as reconcile.' }),
  onlyWhenDue: z
    .boolean()
    .optional()
    .meta({ description: 'True to do nothing while the pause since its last run is not over.' }),
}) satisfies z.ZodType<{ [K in keyof RunSweepRequest]: RunSweepRequest[K] | undefined }>;

/** Its answer. */
export const runSweepResponse = z.object({
  sweep: z.string(),
  outcome: z
    .enum(['ran', 'held', 'not-due'])
    .meta({ description: 'Whether it ran; held: another process runs it at this moment.' }),
}) satisfies z.ZodType<RunSweepResponse>;
