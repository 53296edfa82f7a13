import { describe, expect, test } from 'vitest';
import { translatePostgresError } from './postgres-problems.ts';

const withCode = (code: string, message = 'message') => Object.assign(new Error(message), { code });

describe('translatePostgresError', () => {
  test.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'ECONNRESET',
    '08006',
    '28P01',
    '3D000',
    '53300',
    '57P01',
    '57P03',
    '58030',
  ])('calls %s unavailable and keeps it as the cause', (code) => {
    const error = withCode(code);
    expect(translatePostgresError(error)).toMatchObject({ code: 'storage-unavailable', cause: error });
  });

  test.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])('recognises the driver saying "%s" without a code', (message) => {
    expect(translatePostgresError(new Error(message))).toMatchObject({ code: 'storage-unavailable' });
  });

  test('tells missing tables of ours from those of others', () => {
    const ours = withCode('42P01', 'relation "numberkit_numbers" does not exist');
    const theirs = withCode('42P01', 'relation "customers" does not exist');
    expect(translatePostgresError(ours)).toMatchObject({ code: 'storage-not-migrated' });
    expect(translatePostgresError(theirs)).toBe(theirs);
  });

  test.each(['23505', '40001', '40P01', '57014', '22003'])('leaves %s as it is', (code) => {
    const error = withCode(code);
    expect(translatePostgresError(error)).toBe(error);
  });

  test('leaves what is no error as it is', () => {
    expect(translatePostgresError('text')).toBe('text');
  });
});
