import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageRows, renderCoverage, strayRoutes } from '../scripts/coverage.ts';
import { SDK_CALLS } from './sdk-calls.ts';

describe('COVERAGE.md', () => {
  it('is what scripts/build-coverage.ts writes', () => {
    const written = readFileSync(join(import.meta.dirname, '..', 'COVERAGE.md'), 'utf8');
    expect(written).toBe(renderCoverage());
  });

  it('calls nothing supported that the official SDK does not drive in a test', () => {
    const driven = new Set(SDK_CALLS.map(({ operation }) => operation));
    const supported = coverageRows.filter((row) => row.supported).map(({ operation }) => operation.id);
    expect(supported.filter((id) => !driven.has(id))).toEqual([]);
    expect([...driven].filter((id) => !supported.includes(id))).toEqual([]);
  });

  it('leaves out no route: each one is an operation of an official document', () => {
    expect(strayRoutes).toEqual([]);
  });
});
