import type { RecordTrail, TrailStore } from '../activity/index.ts';
import type { Clock } from '../clock.ts';
import type { EventBus } from '../events.ts';
import type { Transact } from '../ledger/index.ts';
import type { NumberRecord, NumberStore } from '../numbers/index.ts';
import type { CallFacts, CallRecord } from './call-record.ts';
import type { Sighting } from './call-report.ts';
import type { CallStore } from './call-store.ts';
import { foldCall, sameFacts } from './fold-call.ts';

/** The stores that recording a call writes to, in one transaction. */
export interface RecordStores {
  readonly calls: CallStore;
  readonly numbers: NumberStore;
  readonly trail: TrailStore;
}

/** What recording needs from outside. */
export interface RecordDeps {
  readonly open: () => Promise<{ readonly calls: CallStore; readonly transaction: Transact<RecordStores> }>;
  readonly clock: Clock;
  readonly record: RecordTrail;
  readonly events: Pick<EventBus, 'emit'>;
  /** Is the other party's number to be kept? */
  readonly keepsParties: boolean;
}

/** What recording did. `foreign`: the call is of no number of ours. */
export type Recorded = 'new' | 'changed' | 'unchanged' | 'foreign';

/** The carrier has a clock of its own and rounds lengths up, so a call may seem a little older than the number it rang. */
const CLOCKS_APART_MS = 60_000;

/** Joins a sighting into the row of its call. */
export async function recordCall(deps: RecordDeps, sighting: Sighting): Promise<Recorded> {
  const { calls, transaction } = await deps.open();
  const seen = deps.keepsParties ? sighting.facts : { ...sighting.facts, otherParty: null };
  // Most of what a sweep reads is known already, and a look costs less than a transaction.
  const before = await calls.get(sighting.callSid);
  if (before && sameFacts(before, foldCall(before, seen))) return 'unchanged';
  const { recorded, proven } = await transaction(async (stores) => {
    const { recorded, call } = await join(deps, stores, { ...sighting, facts: seen });
    return { recorded, proven: call && (await prove(deps, stores, call)) };
  });
  if (proven) deps.events.emit('number.proven', proven);
  return recorded;
}

interface Joined {
  readonly recorded: Recorded;
  /** Only when there is news. */
  readonly call?: CallRecord;
}

async function join(deps: RecordDeps, stores: RecordStores, sighting: Sighting): Promise<Joined> {
  const { callSid, facts } = sighting;
  const known = await stores.calls.lock(callSid);
  if (known) return fold(stores, known, facts);
  const number = await stores.numbers.findByPhoneNumber(sighting.ourNumber);
  if (!number) return { recorded: 'foreign' };
  const recordedAt = deps.clock.now();
  const tenantId = ownerAt(number, facts.startedAt);
  const call: CallRecord = { ...facts, callSid, numberId: number.id, tenantId, recordedAt };
  if (await stores.calls.insert(call)) return { recorded: 'new', call };
  // Another process was a moment faster with another report of the same call.
  const winner = await stores.calls.lock(callSid);
  return winner ? fold(stores, winner, facts) : { recorded: 'foreign' };
}

async function fold(stores: RecordStores, known: CallRecord, seen: CallFacts): Promise<Joined> {
  const facts = foldCall(known, seen);
  if (sameFacts(known, facts)) return { recorded: 'unchanged' };
  const call = { ...known, ...facts };
  await stores.calls.replace(call);
  return { recorded: 'changed', call };
}

/** A call from before the tenant had the number is not the tenant's. */
function ownerAt(number: NumberRecord, startedAt: Date | null): string | null {
  const { activatedAt, tenantId } = number;
  if (startedAt === null || activatedAt === null) return tenantId;
  return startedAt.getTime() + CLOCKS_APART_MS < activatedAt.getTime() ? null : tenantId;
}

async function prove(
  deps: RecordDeps,
  { calls, trail }: RecordStores,
  { direction, answered, tenantId, numberId, callSid }: CallRecord,
): Promise<{ tenantId: string; numberId: string } | undefined> {
  if (direction !== 'inbound' || !answered || tenantId === null) return undefined;
  const proof = { numberId, tenantId, callSid, at: deps.clock.now() };
  if (!(await calls.noteProven(proof))) return undefined;
  await deps.record(trail, {
    event: 'number.proven',
    actor: { kind: 'system', id: 'calls' },
    reason: 'its first call was answered',
    tenantId,
    numberId,
    data: { callSid },
  });
  return { tenantId, numberId };
}
