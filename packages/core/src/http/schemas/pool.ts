import type { ClaimNumberRequest, PoolResponse, PrebuyNumbersResponse } from '@numberkit/contract';
import { z } from 'zod';
import { moment, money, phoneNumber } from './fields.ts';

const areaCode = z
  .string()
  .regex(/^[2-9]\d{2}$/)
  .meta({ description: 'Three digits, an area code of the US or Canada, such as "510".' });
const point = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** Body of `POST claim-number`; which of the three is named is for the use case to judge. */
export const claimNumberRequest = z.strictObject({
  areaCode: areaCode.exactOptional(),
  near: z
    .union([z.string().min(1).max(120), point])
    .meta({ description: 'A place, "Oakland, CA", or a point, {"latitude": 37.8, "longitude": -122.27}.' })
    .exactOptional(),
  phoneNumber: phoneNumber.exactOptional(),
}) satisfies z.ZodType<ClaimNumberRequest>;

const areaCodes = z
  .array(areaCode)
  .min(1)
  .max(100)
  .meta({ description: 'A list of 1 to 100 area codes, such as ["415", "510"].' });
const count = z
  .int()
  .min(1)
  .max(500)
  .meta({ description: 'A whole number from 1 to 500: what the pool is to hold in each area code.' });
const dryRun = z.boolean().meta({ description: 'True to be told the bill only.' });

/** Body of `POST admin/prebuy-numbers`: in camel case, or in snake case. */
export const prebuyNumbersRequest = z
  .strictObject({
    areaCodes: areaCodes.exactOptional(),
    area_codes: areaCodes.exactOptional(),
    countPerArea: count.exactOptional(),
    count_per_area: count.exactOptional(),
    dryRun: dryRun.exactOptional(),
    dry_run: dryRun.exactOptional(),
  })
  .superRefine((body, context) => {
    const pairs = [
      ['areaCodes', 'area_codes', true],
      ['countPerArea', 'count_per_area', true],
      ['dryRun', 'dry_run', false],
    ] as const;
    for (const [camel, snake, required] of pairs) {
      const given = [body[camel], body[snake]].filter((value) => value !== undefined).length;
      if (given === 1 || (given === 0 && !required)) continue;
      const message = given === 0 ? 'missing' : `given twice, as ${camel} and ${snake}`;
      context.addIssue({ code: 'custom', path: [camel], message, params: { remedy: `Send ${camel} once.` } });
    }
  });

const perCurrency = z.array(money);

/** Answer of `POST admin/prebuy-numbers`. */
export const prebuyNumbersResponse = z.object({
  dryRun: z.boolean(),
  planned: z.object({ numbers: z.int(), monthlyCost: perCurrency }),
  bought: z.int(),
  monthlyCost: perCurrency,
  areas: z.array(
    z.object({
      areaCode: z.string(),
      target: z.int(),
      pooled: z.int(),
      buying: z.int().meta({ description: 'Still open; the sweep finds out.' }),
      bought: z.int(),
      problem: z
        .string()
        .nullable()
        .meta({ description: 'Why the target was not reached: a problem code, or sold-out; else null.' }),
    }),
  ),
}) satisfies z.ZodType<PrebuyNumbersResponse>;

/** Answer of `GET admin/pool`. */
export const poolResponse = z.object({
  areas: z.array(
    z.object({
      areaCode: z.string(),
      pooled: z.int(),
      buying: z.int(),
      target: z.int().nullable(),
      claims: z.int(),
      misses: z.int(),
      monthlyCost: perCurrency,
      oldest: moment.nullable(),
      idleAtRisk: z.int().meta({ description: 'Numbers that the carrier may soon take back.' }),
    }),
  ),
  pooled: z.int(),
  buying: z.int(),
  monthlyCost: perCurrency,
  idleAtRisk: z.int(),
  windowDays: z.number(),
}) satisfies z.ZodType<PoolResponse>;
