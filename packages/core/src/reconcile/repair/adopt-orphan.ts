import { heldBound, takeBounds } from '../../guard/index.ts';
import {
  describePhoneNumber,
  isOver,
  type NumberRecord,
  settingsMark,
  tenantNumber,
} from '../../numbers/index.ts';
import type { Orphan, Repair } from '../finding.ts';
import type { ConfirmedPair } from '../read-pair.ts';
import { RECONCILER, type ReconcileDeps, type RepairStores } from '../reconcile-deps.ts';
import { chooseOwner, type NewOwner } from './choose-owner.ts';
import type { FullPolicy } from './repair-policy.ts';

const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** An adopted number, or the reason why there is none. */
type Adopted = { readonly number: NumberRecord } | { readonly left: string };

/**
 * Takes an orphan into our records, by the rule of `chooseOwner`, or gives it back.
 *
 * The row is committed first and the number pointed at us afterwards: should the process die in between, the next run
 * finds drift, which is repaired like any other. Race: the unique index on the E.164 lets one reconciler, or one
 * purchase of that number, through.
 */
export async function adoptOrphan(
  deps: ReconcileDeps,
  pair: ConfirmedPair,
  policy: FullPolicy,
): Promise<Repair> {
  const { found, finding } = pair;
  if (!found || finding.kind !== 'orphan') return { outcome: 'left', detail: 'it has changed' };
  const stores = await deps.open();
  // A line may still send its calls there: whoever got the number next would get them.
  const former = pair.tagged?.number?.id;
  const forwarded = former !== undefined && (await stores.forwardings.findByNumber(former)) !== undefined;
  const giveBack = !forwarded && (policy.orphans === 'release' || finding.why === 'release-failed');
  const owner: NewOwner = giveBack
    ? { state: 'resting' }
    : await chooseOwner(stores, finding.why, pair.tagged, deps.clock.now());
  const adopted = await commit(deps, pair, finding, owner, policy);
  if ('left' in adopted) return { outcome: 'left', detail: adopted.left };
  const { number } = adopted;
  if (giveBack) {
    await deps.release(
      number.id,
      finding.why === 'release-failed' ? 'it was to be released before' : 'policy',
    );
    return { outcome: 'repaired', detail: 'given back to the carrier' };
  }
  await deps.carrier.configureNumber(found.sid, deps.settings);
  const { numbers } = stores;
  await numbers.notePointed(number.id, settingsMark(deps.settings), deps.clock.now());
  if (number.state === 'assigned' && number.tenantId !== null) {
    const view = await tenantNumber(number, false);
    deps.events.emit('number.activated', { tenantId: number.tenantId, number: view });
  }
  return { outcome: 'repaired', detail: told[number.state] ?? number.state };
}

const told: Readonly<Partial<Record<NumberRecord['state'], string>>> = {
  assigned: 'adopted, for the tenant that wanted it',
  pooled: 'adopted into the pool',
  resting: 'adopted into quarantine',
};

async function commit(
  deps: ReconcileDeps,
  pair: ConfirmedPair,
  finding: Orphan,
  owner: NewOwner,
  policy: FullPolicy,
): Promise<Adopted> {
  const draft = await draftNumber(deps, pair, owner, policy);
  if (!draft) return { left: 'its number is not one we can keep' };
  const { transaction } = await deps.open();
  return transaction(async (stores) => {
    await forgetSid(deps, stores, pair);
    const number = await withinLimits(deps, stores, draft);
    const former = pair.tagged?.number?.id;
    const forwarded = former !== undefined && (await stores.forwardings.findByNumber(former)) !== undefined;
    if (forwarded && number.state === 'pooled') return { left: 'a line still forwards to it' };
    if (!(await stores.numbers.insert(number))) return { left: 'it is in our records by now' };
    if (forwarded) await stores.forwardings.follow(former, number.id, number.createdAt);
    await deps.record(stores.trail, {
      event: 'number.adopted',
      actor: RECONCILER,
      reason: reasons[finding.why],
      tenantId: number.tenantId,
      numberId: number.id,
      ...(finding.operationId !== null && { operationId: finding.operationId }),
      data: {
        why: finding.why,
        state: number.state,
        carrierSid: number.carrierSid,
        monthlyPrice: number.monthlyPrice,
      },
    });
    return { number };
  });
}

const reasons: Readonly<Record<Orphan['why'], string>> = {
  'late-purchase': 'the carrier has it although its purchase was settled as refused',
  returned: 'it is in the carrier account again',
  'release-failed': 'the carrier has it although its release was settled as done',
  'points-here': 'it is in the carrier account, and its calls come to us',
};

async function draftNumber(
  deps: ReconcileDeps,
  { found, tagged }: ConfirmedPair,
  owner: NewOwner,
  policy: FullPolicy,
): Promise<NumberRecord | undefined> {
  const facts = await describePhoneNumber(found?.phoneNumber ?? '');
  if (!found || !facts) return undefined;
  const now = deps.clock.now();
  const rests = new Date(now.getTime() + policy.quarantineDays * DAY_MILLISECONDS);
  const restUntil = owner.state === 'resting' ? rests : null;
  return {
    ...facts,
    id: deps.ids('num'),
    state: owner.state,
    tenantId: owner.state === 'assigned' ? owner.tenantId : null,
    locality: tagged?.number?.locality ?? null,
    region: tagged?.number?.region ?? null,
    capabilities: tagged?.number?.capabilities ?? null,
    source: 'bought',
    carrierSid: found.sid,
    monthlyPrice: await deps.priceOf(facts.country, facts.type),
    createdAt: now,
    updatedAt: now,
    activatedAt: owner.state === 'assigned' ? now : null,
    reclaimAt: null,
    reclaimWarned: null,
    restUntil,
    dueAt: restUntil,
    settingsMark: null,
  };
}

/** The row that had this number before is over; the carrier's id goes with the number. */
async function forgetSid(deps: ReconcileDeps, { numbers }: RepairStores, pair: ConfirmedPair): Promise<void> {
  const former = pair.tagged?.number;
  if (former && isOver(former.state) && former.carrierSid === pair.found?.sid) {
    await numbers.move(former.id, former.state, former.state, { carrierSid: null }, deps.clock.now());
  }
}

/** A tenant that has as many numbers as it may have gets no other one; the pool does. */
async function withinLimits(
  deps: ReconcileDeps,
  stores: RepairStores,
  number: NumberRecord,
): Promise<NumberRecord> {
  if (number.state !== 'assigned' || number.tenantId === null) return number;
  const passed = await takeBounds(stores.limits, [heldBound(deps.limits, number.tenantId)]);
  return passed ? { ...number, state: 'pooled', tenantId: null, activatedAt: null } : number;
}
