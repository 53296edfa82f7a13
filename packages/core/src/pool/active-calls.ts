import type { Carrier, CarrierCall } from '../carrier/index.ts';

const SECONDS_THAT_COUNT = 12;
const UNDER_WAY: readonly CarrierCall['status'][] = ['queued', 'ringing', 'in-progress'];

/**
 * Starts of the calls to and from a number that make it active: completed, 12 seconds at least; those under way count
 * too, so that a run that follows soon does not call again. Newest first, `enough` at most.
 * @throws NumberkitError of `carrierErrors`
 */
export async function recentCalls(
  carrier: Carrier,
  phoneNumber: string,
  since: Date,
  enough: number,
): Promise<readonly Date[]> {
  const starts = new Map<string, Date>();
  // A call between two of our numbers is on the carrier's list twice, once for each end; each end counts for its own.
  const ends = [
    { query: { to: phoneNumber }, direction: 'inbound' },
    { query: { from: phoneNumber }, direction: 'outbound' },
  ] as const;
  for (const { query, direction } of ends) {
    let found = 0;
    for await (const call of carrier.listCalls({ ...query, since })) {
      if (call.direction !== direction || !counts(call)) continue;
      starts.set(call.sid, call.startedAt ?? since);
      found += 1;
      if (found >= enough) break;
    }
  }
  return [...starts.values()].sort((a, b) => b.getTime() - a.getTime()).slice(0, enough);
}

function counts(call: CarrierCall): boolean {
  if (UNDER_WAY.includes(call.status)) return true;
  return call.status === 'completed' && (call.durationSeconds ?? 0) >= SECONDS_THAT_COUNT;
}
