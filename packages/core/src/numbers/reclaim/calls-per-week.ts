import type { Carrier } from '../../carrier/index.ts';

const WEEK_MILLISECONDS = 7 * 24 * 60 * 60_000;
/** Enough to see that a number is in use; the rest is not read. */
const COUNTED_AT_MOST = 1_000;

/** Counts the calls to a phone number in the last seven days; null when the carrier cannot be asked. */
export type CallsPerWeek = (phoneNumber: string) => Promise<number | null>;

/** A counter that asks about each number once: make one per sweep. */
export function createCallsPerWeek(carrier: Carrier, now: Date): CallsPerWeek {
  const since = new Date(now.getTime() - WEEK_MILLISECONDS);
  const asked = new Map<string, Promise<number | null>>();
  return (phoneNumber) => {
    // The count is a hint for people. That it cannot be had must not stop the sweep.
    const answer = asked.get(phoneNumber) ?? count(carrier, phoneNumber, since).catch(() => null);
    asked.set(phoneNumber, answer);
    return answer;
  };
}

async function count(carrier: Carrier, phoneNumber: string, since: Date): Promise<number> {
  let calls = 0;
  for await (const call of carrier.listCalls({ to: phoneNumber, since })) {
    if (call.direction === 'inbound') calls += 1;
    if (calls === COUNTED_AT_MOST) break;
  }
  return calls;
}
