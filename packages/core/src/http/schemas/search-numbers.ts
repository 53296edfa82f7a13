import type { SearchNumbersRequest, SearchNumbersResponse } from '@numberkit/contract';
import { z } from 'zod';
import { money, numberType, phoneNumber } from './fields.ts';

const near = z
  .union([
    z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
    z.strictObject({ phoneNumber }),
  ])
  .meta({
    description:
      'A point, {"latitude": 37.8, "longitude": -122.27}, or a known number, {"phoneNumber": "+15105550142"}.',
  });

/** Body of `POST search-numbers`. */
export const searchNumbersRequest = z
  .strictObject({
    query: z
      .string()
      .min(1)
      .max(120)
      .meta({ description: 'A place as a person types it: Oakland, CA, or 94607, or 510.' })
      .exactOptional(),
    areaCode: z
      .string()
      .regex(/^[2-9]\d{2}$/)
      .meta({ description: 'Three digits, an area code of the US or Canada, such as "510".' })
      .exactOptional(),
    locality: z.string().min(1).max(80).meta({ description: 'A city, such as Oakland.' }).exactOptional(),
    region: z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .toUpperCase()
      .meta({ description: 'A state or province, two letters, such as CA.' })
      .exactOptional(),
    postalCode: z
      .string()
      .regex(/^(\d{5}(-\d{4})?|[A-Za-z]\d[A-Za-z]( ?\d[A-Za-z]\d)?)$/)
      .meta({ description: 'A US or Canadian postal code, such as "94607" or "M5V 2T6".' })
      .exactOptional(),
    near: near.exactOptional(),
    contains: z
      .string()
      .min(2)
      .max(24)
      .regex(/^[0-9A-Za-z*%+$ ().-]+$/)
      .meta({ description: 'Digits or letters the number should contain, such as COOL or "555".' })
      .exactOptional(),
    type: numberType.meta({ description: 'One of local and toll-free.' }).exactOptional(),
    country: z.enum(['US', 'CA']).meta({ description: 'One of US (the default) and CA.' }).exactOptional(),
    limit: z
      .int()
      .min(1)
      .max(50)
      .meta({ description: 'A whole number from 1 to 50, how many numbers at most; 10 by default.' })
      .exactOptional(),
    includeRestricted: z
      .boolean()
      .meta({ description: 'True to list numbers that cannot be bought at once too, each with the reason.' })
      .exactOptional(),
  })
  .superRefine((body, context) => {
    const [, second] = placesIn(body);
    if (second === undefined) return;
    context.addIssue({
      code: 'custom',
      path: [second],
      message: 'a second place',
      params: { remedy: 'Name one place only: query, areaCode, locality with region, postalCode, or near.' },
    });
  }) satisfies z.ZodType<SearchNumbersRequest>;

/** The fields that name a place, one for each place named. */
function placesIn(body: SearchNumbersRequest): readonly string[] {
  const cityOrState = body.locality === undefined ? 'region' : 'locality';
  const fields = ['query', 'areaCode', cityOrState, 'postalCode', 'near'] as const;
  return fields.filter((field) => body[field] !== undefined);
}

const offeredNumber = z.object({
  phoneNumber,
  display: z.string().meta({ description: 'As people of its country write it: (415) 555-0142.' }),
  type: numberType,
  areaCode: z.string().nullable(),
  locality: z.string().nullable(),
  region: z.string().nullable(),
  local: z.boolean().meta({ description: 'In an area code of the business location.' }),
  distanceMiles: z.int().nullable().meta({ description: 'Whole miles from the business location.' }),
  monthlyPrice: money.nullable(),
  capabilities: z.object({ voice: z.boolean(), sms: z.boolean(), mms: z.boolean() }),
  ready: z.boolean().meta({ description: 'Waits in the pool; buying it is done at once.' }),
  match: z
    .object({
      start: z.int().meta({ description: 'Offset into `display`, in characters.' }),
      length: z.int().meta({ description: 'Length in `display`, separators included.' }),
      spelled: z.string().meta({ description: '`display` with the match in letters.' }),
    })
    .nullable()
    .meta({ description: 'The part that matches `contains`.' }),
  memorability: z.number().meta({ description: '0 (nothing special) to 100 (hard to forget).' }),
  restriction: z
    .enum(['needs-address', 'needs-local-address', 'needs-foreign-address', 'no-voice'])
    .exactOptional()
    .meta({ description: 'Why it cannot be bought at once; absent when it can.' }),
});

const areaCodeSuggestion = z.object({
  areaCode: z.string(),
  locality: z.string().meta({ description: 'The largest place it serves.' }),
  region: z.string(),
  local: z.boolean(),
  distanceMiles: z.int().nullable(),
});

/** Answer of `POST search-numbers`. */
export const searchNumbersResponse = z.object({
  numbers: z.array(offeredNumber),
  suggestions: z.array(areaCodeSuggestion).meta({ description: 'Area codes to try, best first.' }),
}) satisfies z.ZodType<SearchNumbersResponse>;
