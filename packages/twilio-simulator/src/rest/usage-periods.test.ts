import { describe, expect, it } from 'vitest';
import { cutPeriod } from './usage-periods.ts';

describe('cutting a period', () => {
  it('gives whole months within, newest first, and leaves the ends as they are', () => {
    expect(cutPeriod({ start: '2025-12-30', end: '2026-02-03' }, 'month')).toEqual([
      { start: '2026-02-01', end: '2026-02-03' },
      { start: '2026-01-01', end: '2026-01-31' },
      { start: '2025-12-30', end: '2025-12-31' },
    ]);
  });

  it('gives single days over the end of a leap February', () => {
    expect(cutPeriod({ start: '2028-02-28', end: '2028-03-01' }, 'day').map(({ start }) => start)).toEqual([
      '2028-03-01',
      '2028-02-29',
      '2028-02-28',
    ]);
  });

  it('gives nothing for a period that ends before it starts', () => {
    expect(cutPeriod({ start: '2026-02-01', end: '2026-01-01' }, 'year')).toEqual([]);
  });
});
