import { z } from 'zod';

// A description is a noun phrase that starts with a capital and ends with a full stop: the OpenAPI document shows
// it as it stands, and a refusal makes "Send …" of it.

/** A number of any country; whether we can buy it is not for the wire to say. */
export const phoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .meta({ description: 'A phone number in E.164 form, such as +14155550142.' });

/** Whole micros of a currency. */
export const money = z.object({
  amountMicros: z.int().meta({ description: 'Millionths of the currency: 1150000 of USD are $1.15.' }),
  currency: z.string().length(3).meta({ description: 'An ISO 4217 code, upper case.' }),
});

/** Local or toll-free. */
export const numberType = z.enum(['local', 'toll-free']);

/** A moment, as the wire writes it. */
export const moment = z.string().meta({ format: 'date-time', description: 'A time, ISO 8601, UTC.' });
