import { describe, expect, it } from 'vitest';
import { fuzz } from './fuzz-cases.ts';

describe('the Node entry under mutated requests', () => {
  it('answers each with a proper status, and lets no forged one near the route store', async () => {
    const counts = await fuzz(10_000, 20_261_122);
    expect(counts.failures).toEqual([]);
    expect(counts.unverifiedLookups).toBe(0);
    // Without these the run would have proven nothing.
    expect(counts.twiml).toBeGreaterThan(500);
    expect(counts.statuses[403]).toBeGreaterThan(2000);
  }, 30_000);
});
