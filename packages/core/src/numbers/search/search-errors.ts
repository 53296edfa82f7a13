import { defineErrors } from '../../errors.ts';

/** What searching for numbers can fail with. */
export const searchErrors = defineErrors({
  invalidSearch: {
    code: 'invalid-search',
    status: 400,
    retryable: false,
    title: 'The search is not well formed',
    hint: 'Each field named in `errors` says what to change.',
  },
  unknownPlace: {
    code: 'unknown-place',
    status: 404,
    retryable: false,
    title: 'We do not know this place',
    hint: 'Give a city with its state or province (Oakland, CA), a postal code, or an area code of the US or Canada.',
  },
});
