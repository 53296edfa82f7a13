import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { isNumberkitError, NumberkitError } from './errors.ts';

const kind = {
  code: 'number-unavailable',
  status: 409,
  retryable: false,
  title: 'Taken',
  hint: 'Try another.',
};
const error = new NumberkitError(kind, { detail: 'Gone.', alternatives: ['+15105550142'] });

test('an error tells its code, status and what to do', () => {
  expect(error).toMatchObject({
    code: 'number-unavailable',
    status: 409,
    retryable: false,
    hint: 'Try another.',
  });
  expect(error.message).toBe('Gone.');
});

test('an error is recognised by name and code, also when another copy of the library made it', () => {
  const foreign = Object.assign(new Error('Gone.'), { name: 'NumberkitError', code: 'number-unavailable' });
  expect(isNumberkitError(foreign)).toBe(true);
  expect(isNumberkitError(foreign, 'number-unavailable')).toBe(true);
  expect(isNumberkitError(foreign, 'limit-reached')).toBe(false);
  expect(isNumberkitError(new Error('Gone.'))).toBe(false);
  expect(isNumberkitError('number-unavailable')).toBe(false);
});

test('printing or serialising an error shows none of the phone numbers it offers', () => {
  expect(error.alternatives).toEqual(['+15105550142']);
  expect(inspect(error, { depth: 9 })).not.toContain('5550142');
  expect(JSON.stringify(error)).not.toContain('5550142');
});
