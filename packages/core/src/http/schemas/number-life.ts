import type {
  ReleaseNumberBody,
  ReleaseNumberResponse,
  TransferNumberBody,
  TransferNumberResponse,
} from '@numberkit/contract';
import { z } from 'zod';

const numberId = z
  .string()
  .regex(/^num_[0-9a-z]{1,64}$/)
  .meta({ description: 'The id of a number, num_…, that a purchase returned.' });
const reason = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'A reason for the trail, 1 to 200 characters, without personal data.' });
const tenantId = z
  .string()
  .min(1)
  .max(128)
  .meta({ description: 'A tenant id of 1 to 128 visible ASCII characters.' });

/** Body of `POST admin/release-number`. */
export const releaseNumberBody = z.strictObject({
  numberId,
  reason,
}) satisfies z.ZodType<ReleaseNumberBody>;

/** Answer of `POST admin/release-number`. */
export const releaseNumberResponse = z.object({
  numberId,
  outcome: z.enum(['released', 'releasing']).meta({
    description: 'released: the carrier has it back. releasing: not certain yet, the sweep goes on.',
  }),
}) satisfies z.ZodType<ReleaseNumberResponse>;

/** Body of `POST admin/transfer-number`. */
export const transferNumberBody = z.strictObject({
  numberId,
  fromTenantId: tenantId,
  toTenantId: tenantId,
  reason,
}) satisfies z.ZodType<TransferNumberBody>;

/** Answer of `POST admin/transfer-number`. */
export const transferNumberResponse = z.object({
  numberId,
  tenantId: z.string().meta({ description: 'Whose it is now.' }),
}) satisfies z.ZodType<TransferNumberResponse>;
