import { describe, expect, it } from 'vitest';
import { compareVerdicts } from './differential-cases.ts';

describe('the signature check, compared with the official SDK', () => {
  it('gives the same verdict on random URLs, parameters, tokens and edits, but for the documented cases', async () => {
    const counts = await compareVerdicts(10_000, 20_261_122);
    expect(counts.unexplained).toEqual([]);
    // Without these the run would have proven nothing.
    expect(counts.accepted).toBeGreaterThan(2000);
    expect(counts.refused).toBeGreaterThan(2000);
  }, 30_000);
});
