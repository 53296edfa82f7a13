import { carrierErrors } from '../../carrier/index.ts';
import { NumberkitError } from '../../errors.ts';
import { numberErrors } from '../errors.ts';
import type { PurchaseDeps } from './purchase-deps.ts';

const details: Readonly<Record<string, string>> = {
  'number-unavailable': 'The number was taken by someone else a moment ago. Nothing was charged.',
  'number-restricted':
    'The number needs an address or a document before it can be bought. Nothing was charged.',
  'carrier-account': 'The carrier account may not buy this number. Nothing was charged.',
  'invalid-phone-number': 'The carrier does not accept this as a number. Nothing was charged.',
};

const kinds = [
  numberErrors.numberUnavailable,
  numberErrors.numberRestricted,
  numberErrors.invalidPhoneNumber,
  carrierErrors.carrierAccount,
];

/** Is another candidate worth trying after this failure? Not when the account itself may not buy. */
export function anotherMayDo(failure: string): boolean {
  return failure === 'number-unavailable' || failure === 'number-restricted';
}

/** The error of a refused purchase, with numbers to take instead where that helps. */
export async function refusal(
  deps: PurchaseDeps,
  failure: string,
  phoneNumber: string,
): Promise<NumberkitError> {
  const kind = kinds.find((each) => each.code === failure) ?? numberErrors.numberUnavailable;
  const alternatives = anotherMayDo(failure) ? await deps.alternativesTo(phoneNumber).catch(() => []) : [];
  return new NumberkitError(kind, { detail: details[kind.code] ?? kind.title, alternatives });
}
