import type { SetupState } from '@numberkit/contract';
import { z } from 'zod';
import { forwarding } from './forwarding.ts';
import { tenantNumber } from './purchase-number.ts';

/** Answer of `GET setup-state`. */
export const setupState = z.object({
  paths: z
    .array(z.enum(['buy', 'forward', 'port']))
    .meta({ description: 'The ways to a number that are open to this tenant, recommended first.' }),
  tenant: z.object({
    id: z.string(),
    name: z.string().nullable(),
    location: z.string().nullable().meta({ description: 'Where the business is: Oakland, CA.' }),
    greeting: z.string().nullable().meta({ description: 'What the agent says first.' }),
  }),
  numbers: z.array(tenantNumber).meta({ description: 'Newest first, those pending included.' }),
  forwardings: z.array(forwarding).meta({ description: 'Those that are not off, newest first.' }),
}) satisfies z.ZodType<SetupState>;
