import { afterEach, expect, test, vi } from 'vitest';
import { consoleLog, describeError } from './log.ts';

afterEach(() => vi.restoreAllMocks());

test('an error is described with its causes, and with no phone number in full', () => {
  const cause = Object.assign(new Error('connect to +15105550142 failed'), { code: 'ECONNRESET' });
  const text = describeError(new Error('purchase', { cause }));
  expect(text).toMatch(/^Error: purchase <- Error \(ECONNRESET\): connect to .*42 failed$/);
  expect(text).not.toContain('5105550142');
});

test('a cycle of causes ends', () => {
  const error = new Error('round');
  error.cause = error;
  expect(describeError(error).split(' <- ')).toHaveLength(5);
});

test('what is thrown and is no error is told by its type alone', () => {
  expect(describeError('secret +15105550142')).toBe('thrown: string');
});

test('the default log writes warnings and errors as one line of JSON, and keeps the rest to itself', () => {
  const written = vi.spyOn(console, 'error').mockReturnValue();
  consoleLog({ level: 'info', message: 'fine' });
  consoleLog({ level: 'warn', message: 'look', data: { numberId: 'num_1' } });
  expect(written.mock.calls).toEqual([['{"level":"warn","message":"look","data":{"numberId":"num_1"}}']]);
});
