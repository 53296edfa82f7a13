import type { ForwardingCondition } from '@numberkit/contract';
import type { Actor } from '../activity/index.ts';
import { NumberkitError } from '../errors.ts';
import { assertTenantId } from '../tenant-id.ts';
import { forwardingErrors } from './errors.ts';
import type { ForwardingDeps } from './forwarding-deps.ts';
import type { ForwardingRecord } from './forwarding-store.ts';
import type { VerifyForwarding } from './forwardings.ts';
import type { TestOrder } from './proof/index.ts';
import { conditionToProveOff } from './test-outcome/index.ts';
import { ownForwarding } from './view-forwarding.ts';

const PARTS: readonly ForwardingCondition[] = ['busy', 'no-answer', 'unreachable'];

/**
 * Reads what a tenant wants tested.
 * @throws NumberkitError `forwarding-not-found`, `invalid-forwarding`
 */
export async function readTestOrder(deps: ForwardingDeps, request: VerifyForwarding): Promise<TestOrder> {
  const { tenantId, forwardingId } = request;
  assertTenantId(tenantId);
  const forwarding = await ownForwarding(deps, tenantId, forwardingId);
  if (forwarding.status === 'off') throw refuse('forwardingId', 'is off already', 'Start the line anew.');
  const wanted = forwarding.status === 'cancelling' ? 'off' : 'on';
  const { purpose = wanted, condition = forwarding.condition } = request;
  if (purpose !== wanted) {
    throw refuse('purpose', `is not what a forwarding is for that is ${forwarding.status}`, `Use ${wanted}.`);
  }
  if (purpose === 'off') {
    const whole = wholeCondition(forwarding);
    if (request.condition !== undefined && request.condition !== whole) {
      throw refuse('condition', 'would leave open whether all of it is off', `Use ${whole}.`);
    }
    return { forwarding, purpose, condition: whole, actor: actorOf(request), paced: true };
  }
  const isPart = forwarding.condition === 'unanswered' && PARTS.includes(condition);
  if (condition !== forwarding.condition && !isPart) {
    throw refuse('condition', 'is not what this line forwards', `Use ${forwarding.condition}.`);
  }
  return { forwarding, purpose, condition, actor: actorOf(request), paced: true };
}

/** What a test has to look at first, so that nothing of what the line was ever told can still be on. */
export function wholeCondition({
  condition,
  earlierWays,
}: Pick<ForwardingRecord, 'condition' | 'earlierWays'>): ForwardingCondition {
  return conditionToProveOff([condition, ...earlierWays.map((way) => way.condition)]);
}

function actorOf({ actor, tenantId }: VerifyForwarding): Actor {
  return actor ?? { kind: 'tenant', id: tenantId };
}

function refuse(field: string, reason: string, remedy: string): NumberkitError {
  return new NumberkitError(forwardingErrors.invalidForwarding, {
    detail: `The test is refused: ${field} ${reason}.`,
    fields: [{ field, reason, remedy }],
  });
}
