import { NumberkitError } from '../../errors.ts';
import { type Bound, limitErrors } from '../../guard/index.ts';

/** The error of a purchase or claim that would pass a bound. */
export function limitReached(bound: Bound): NumberkitError {
  return new NumberkitError(limitErrors.limitReached, {
    detail: `The limit ${bound.name} is reached. Nothing was bought.`,
    fields: [
      {
        field: `limits.${bound.name}`,
        reason: 'this purchase would pass the limit',
        remedy: 'Wait until the day ends (UTC), release a number, or raise the limit.',
      },
    ],
  });
}

/** The error where a limit counts money and the price is not known. */
export function priceUnknown(): NumberkitError {
  return new NumberkitError(limitErrors.priceUnknown, {
    detail: 'A limit on money is set and the monthly price of this number is not known in its currency.',
  });
}
