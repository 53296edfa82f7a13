import type { CodeStats } from '@numberkit/contract';
import { displayPhoneNumber, type NumberRecord } from '../numbers/index.ts';
import type { FoundCarrier } from './dial-codes/index.ts';
import type { ForwardingDeps } from './forwarding-deps.ts';
import type { ForwardingRecord } from './forwarding-store.ts';
import { type PlannedForwarding, planForwarding } from './plan/index.ts';

/** A forwarding's carrier, and how it is turned on and off. */
export interface PlannedRecord extends FoundCarrier {
  readonly plan: PlannedForwarding;
}

/** Plans a forwarding as it was chosen, with the ways ranked as they are by now. */
export async function planRecord(
  { dialCodes, terms }: Pick<ForwardingDeps, 'dialCodes' | 'terms'>,
  forwarding: Pick<
    ForwardingRecord,
    'carrierId' | 'country' | 'lineKind' | 'condition' | 'code' | 'alternative' | 'earlierWays'
  >,
  number: Pick<NumberRecord, 'phoneNumber'>,
  stats: readonly CodeStats[],
): Promise<PlannedRecord> {
  const { carrierId, country, lineKind, condition, code, alternative } = forwarding;
  const found = await dialCodes.find(carrierId, country);
  const { phoneNumber } = number;
  const plan = planForwarding({
    carrier: found.carrier,
    country,
    lineKind,
    condition,
    code,
    alternative,
    earlier: forwarding.earlierWays.filter((way) => way.carrierId === carrierId),
    stats,
    number: { phoneNumber, display: await displayPhoneNumber(phoneNumber) },
    ...(terms.ringSeconds !== null && { ringSeconds: terms.ringSeconds }),
  });
  return { ...found, plan };
}
