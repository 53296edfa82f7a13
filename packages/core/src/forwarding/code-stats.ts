import type { CodeStats } from '@numberkit/contract';
import type { ForwardingDeps } from './forwarding-deps.ts';

const KEPT_MILLISECONDS = 60_000;

/**
 * What our tests say about each code. Read anew once a minute at most: it is summed up over all tests, and every plan
 * that is shown wants it.
 */
export function createCodeStats({
  open,
  clock,
}: Pick<ForwardingDeps, 'open' | 'clock'>): () => Promise<readonly CodeStats[]> {
  let kept: { readonly until: number; readonly stats: Promise<readonly CodeStats[]> } | undefined;
  return () => {
    const now = clock.now().getTime();
    if (kept && now < kept.until) return kept.stats;
    const stats = open().then(({ forwardingTests }) => forwardingTests.tally());
    kept = { until: now + KEPT_MILLISECONDS, stats };
    stats.catch(() => {
      kept = undefined;
    });
    return stats;
  };
}
