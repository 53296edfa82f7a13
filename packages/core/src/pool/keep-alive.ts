import type { Actor } from '../activity/index.ts';
import type { NumberRecord } from '../numbers/index.ts';
import { recentCalls } from './active-calls.ts';
import { type IdleTerms, idleTerms } from './idle-terms.ts';
import { type IdleNumber, type KeepAlivePlan, type PlannedCall, planKeepAlive } from './plan-keep-alive.ts';
import type { PoolDeps } from './pool-deps.ts';
import { createPoolStatus } from './pool-status.ts';

/** What one run did. */
export interface KeepAliveReport {
  /** Idle numbers looked at. */
  readonly idle: number;
  /** Of them, had calls enough after all. */
  readonly active: number;
  readonly called: number;
  /** Calls that the carrier refused, or whose outcome it did not tell. */
  readonly failed: number;
  readonly released: number;
  /** Numbers that stay at risk: no money left, nobody to call, or left alone by policy. */
  readonly atRisk: number;
  /** What the calls cost, in micros of the policy's currency. */
  readonly costMicros: number;
}

/** Twilio calls a number active that had three calls of 12 seconds in a month; see docs/decisions/0008. */
const CALLS_NEEDED = 3;
const DAY = 86_400_000;
const BATCH = 100;
/** One call a second is what a new account may start. */
const BETWEEN_CALLS = 1_000;
/** The called number answers its own keep-alive call that long. */
const EXPECTED_FOR = 120_000;
/** Holds the line for longer than the 12 seconds that count. */
const HOLD = '<Response><Pause length="15"/><Hangup/></Response>';
const ACTOR: Actor = { kind: 'system', id: 'keep-alive' };

/** Keeps idle numbers; see `Pool.keepAlive`. */
export function createKeepAlive(deps: PoolDeps): () => Promise<KeepAliveReport> {
  return async () => {
    const terms = idleTerms(deps.policy);
    const { pooled } = await deps.open();
    const since = new Date(deps.clock.now().getTime() - terms.afterDays * DAY);
    const candidates = await pooled.listIdle(since, BATCH);
    const { idle, active } = await sortOut(deps, candidates, since);
    const others = active.map(({ id: numberId, phoneNumber }) => ({ numberId, phoneNumber }));
    const plan = planKeepAlive(idle, others, { ...terms, surplus: await surplusOf(deps, terms) });
    const { called, failed } = await place(deps, plan.calls);
    const released = await release(deps, plan);
    return {
      idle: idle.length,
      active: active.length,
      called,
      failed,
      released,
      atRisk: plan.atRisk.length,
      costMicros: (called + failed) * terms.costPerCallMicros,
    };
  };
}

/** Asks the carrier which of the candidates had calls that we do not know of. */
async function sortOut(
  deps: PoolDeps,
  candidates: readonly NumberRecord[],
  since: Date,
): Promise<{ idle: readonly IdleNumber[]; active: readonly NumberRecord[] }> {
  const { pooled } = await deps.open();
  const idle: IdleNumber[] = [];
  const active: NumberRecord[] = [];
  for (const number of candidates) {
    const calls = await recentCalls(deps.carrier, number.phoneNumber, since, CALLS_NEEDED);
    const [enough] = calls.slice(CALLS_NEEDED - 1);
    if (enough) {
      active.push(number);
      // It is active until the third newest call is too old.
      await pooled.noteActive([number.id], enough);
    } else {
      const { id: numberId, phoneNumber, areaCode, createdAt } = number;
      idle.push({ numberId, phoneNumber, areaCode, need: CALLS_NEEDED - calls.length, idleSince: createdAt });
    }
  }
  return { idle, active };
}

/** Numbers beyond the target by area code; asked for only when the policy releases them. */
async function surplusOf(deps: PoolDeps, { whenIdle }: IdleTerms): Promise<Readonly<Record<string, number>>> {
  if (whenIdle !== 'release') return {};
  const { areas } = await createPoolStatus(deps)();
  return Object.fromEntries(
    areas.map(({ areaCode, pooled, target }) => [areaCode, Math.max(0, pooled - (target ?? 0))]),
  );
}

async function place(
  deps: PoolDeps,
  calls: readonly PlannedCall[],
): Promise<{ called: number; failed: number }> {
  let called = 0;
  let failed = 0;
  for (const call of calls) {
    const answered = await placeOne(deps, call);
    if (answered === undefined) continue;
    if (answered) called += 1;
    else failed += 1;
    await deps.clock.sleep(BETWEEN_CALLS);
  }
  return { called, failed };
}

/** @returns was the call placed? `undefined`: one of its ends is not in the pool any more, nothing was done. */
async function placeOne(deps: PoolDeps, { from, to }: PlannedCall): Promise<boolean | undefined> {
  const { pooled, numbers, trail } = await deps.open();
  const until = new Date(deps.clock.now().getTime() + EXPECTED_FOR);
  if ((await numbers.get(from.numberId))?.state !== 'pooled') return undefined;
  if (!(await pooled.expectCall(to.numberId, until))) return undefined;
  const answer = await deps.carrier.placeCall({
    from: from.phoneNumber,
    to: to.phoneNumber,
    twiml: HOLD,
    timeLimitSeconds: 30,
    timeoutSeconds: 20,
  });
  await deps.record(trail, {
    event: 'number.exercised',
    actor: ACTOR,
    reason: 'nobody rang it for so long that the carrier may take it back',
    numberId: to.numberId,
    data: {
      from: from.numberId,
      outcome: answer.outcome,
      ...(answer.outcome === 'placed' && { callSid: answer.call.sid }),
    },
  });
  return answer.outcome === 'placed';
}

async function release(deps: PoolDeps, { releases }: KeepAlivePlan): Promise<number> {
  let released = 0;
  for (const numberId of releases) {
    const { numbers } = await deps.open();
    if ((await numbers.get(numberId))?.state !== 'pooled') continue;
    await deps.release({ numberId, actor: ACTOR, reason: 'idle, and the pool holds more than its target' });
    released += 1;
  }
  return released;
}
