import type { NumberResponse, PurchaseNumberRequest, TenantNumber } from '@numberkit/contract';
import { z } from 'zod';
import { moment, money, numberType, phoneNumber } from './fields.ts';

const MAX_ALTERNATIVES = 5;

/** Body of `POST purchase-number`. */
export const purchaseNumberRequest = z.strictObject({
  phoneNumber,
  alternatives: z
    .array(phoneNumber)
    .max(MAX_ALTERNATIVES)
    .meta({
      description:
        'A list of at most 5 phone numbers in E.164 form, tried in order when the first is taken meanwhile.',
    })
    .exactOptional(),
}) satisfies z.ZodType<PurchaseNumberRequest>;

/** Query of `GET number-status`. */
export const numberStatusQuery = z.strictObject({
  id: z
    .string()
    .regex(/^num_[0-9a-z]{1,64}$/)
    .meta({ description: 'The id of a number, num_…, that a purchase returned.' }),
});

/** A number as its tenant sees it. */
export const tenantNumber = z.object({
  id: z.string(),
  phoneNumber,
  display: z.string(),
  status: z.enum(['pending', 'active', 'failed', 'released']).meta({
    description:
      'pending: no clear answer of the carrier yet, ask again. active: calls reach the agent. ' +
      'failed: not bought and not charged. released: no longer the tenant’s.',
  }),
  type: numberType,
  areaCode: z.string().nullable(),
  locality: z.string().nullable(),
  region: z.string().nullable(),
  monthlyPrice: money.nullable(),
  createdAt: moment,
  activatedAt: moment.nullable().meta({ description: 'When it first could take calls; null before.' }),
  substituted: z.boolean().meta({ description: 'The number asked for was taken; this is an alternative.' }),
}) satisfies z.ZodType<TenantNumber>;

/** Answer of `POST purchase-number` and `GET number-status`. */
export const numberResponse = z.object({ number: tenantNumber }) satisfies z.ZodType<NumberResponse>;
