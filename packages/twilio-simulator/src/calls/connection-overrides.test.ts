import { expect, it } from 'vitest';
import { connectionOverrides } from './connection-overrides.ts';

it('uses the documented defaults: one retry, and only when no connection came about', () => {
  expect(connectionOverrides('https://a.example/v')).toEqual({
    connectMs: 5000,
    readMs: 15_000,
    totalMs: 15_000,
    retries: 1,
    policies: new Set(['ct']),
  });
});

it('reads every override of the fragment', () => {
  expect(connectionOverrides('https://a.example/v?x=1#ct=2000&rt=5000&tt=9000&rc=2&rp=all')).toEqual({
    connectMs: 2000,
    readMs: 5000,
    totalMs: 9000,
    retries: 2,
    policies: new Set(['ct', 'rt', '4xx', '5xx']),
  });
});

it('keeps the default where a value is out of range', () => {
  expect(connectionOverrides('https://a.example/v#rc=9&ct=1&rp=5xx')).toMatchObject({
    retries: 1,
    connectMs: 5000,
    policies: new Set(['5xx']),
  });
});
