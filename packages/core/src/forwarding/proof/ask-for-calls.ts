import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { ForwardingTestRecord } from '../forwarding-test-store.ts';

/** Our clock and the carrier's may differ, and its own knows no parts of seconds. More would take in calls of before. */
const CLOCKS_APART = 10_000;

/**
 * Asks the carrier which calls came in at the number since the test call began, whatever our webhook saw of them:
 * those of the test are noted as its legs.
 * @returns how many others there were
 */
export async function askForCalls(deps: ForwardingDeps, test: ForwardingTestRecord): Promise<number> {
  const { numbers, transaction } = await deps.open();
  const number = await numbers.get(test.numberId);
  if (!number) throw new Error(`the number of test ${test.id} is gone`);
  let others = 0;
  const since = await startOf(deps, test);
  const explained = await legsBefore(deps, test);
  for await (const call of deps.carrier.listCalls({ to: number.phoneNumber, since })) {
    if (call.direction !== 'inbound' || explained.has(call.sid)) continue;
    const from =
      call.from === test.verifier ? 'verifier' : call.from === test.existingLine ? 'line' : undefined;
    if (from === undefined) {
      others += 1;
      continue;
    }
    const leg = { callSid: call.sid, from, at: call.startedAt ?? deps.clock.now() } as const;
    await transaction(async ({ forwardingTests }) => {
      await forwardingTests.lock(test.id);
      await forwardingTests.noteLeg(test.id, leg);
    });
  }
  return others;
}

/**
 * When our own call began, by the carrier's clock, to its second: what came in before, such as the carrier's activation
 * call or a customer's, cannot be it. Where the carrier does not tell, some time earlier by our clock.
 */
async function startOf(
  { carrier }: ForwardingDeps,
  { callSid, placedAt }: ForwardingTestRecord,
): Promise<Date> {
  const own = callSid === null ? undefined : await carrier.readCall(callSid);
  return own?.startedAt ?? new Date(placedAt.getTime() - CLOCKS_APART);
}

const TESTS_BEFORE = 4;

/** Calls that came back in the tests before this one; the line may have been turned off since. */
async function legsBefore(
  deps: ForwardingDeps,
  { id, forwardingId }: ForwardingTestRecord,
): Promise<ReadonlySet<string>> {
  const { forwardingTests } = await deps.open();
  const tests = await forwardingTests.listByForwarding(forwardingId, TESTS_BEFORE);
  const before = tests.filter((test) => test.id !== id);
  const legs = await Promise.all(before.map((test) => forwardingTests.legs(test.id)));
  return new Set(legs.flat().map(({ callSid }) => callSid));
}
