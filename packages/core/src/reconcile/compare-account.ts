import type { CarrierNumber, NumberSettings } from '../carrier/index.ts';
import type { Operation } from '../ledger/index.ts';
import type { NumberRecord, NumberState } from '../numbers/index.ts';
import { driftedFields, stopsCalls } from './drifted-fields.ts';
import type { Drift, Ghost, Orphan, OrphanReason } from './finding.ts';

/** The purchase that a number's tag names. */
export interface TaggedPurchase {
  readonly operation: Operation;
  /** The number row it was for. */
  readonly number: NumberRecord | undefined;
  /** Did we settle a release of that row as done? */
  readonly released: boolean;
}

/** One number as both sides see it; at least one side has it. */
export interface Pair {
  readonly found: CarrierNumber | undefined;
  /** The live row with its E.164. */
  readonly record: NumberRecord | undefined;
  /** Looked up when no live row has its E.164. */
  readonly tagged: TaggedPurchase | undefined;
}

/**
 * `agrees`. `foreign`: of the same account, none of our business. `under-way`: an open operation will tell; whoever
 * settles operations has it. Else what is wrong.
 */
export type Verdict =
  | { readonly verdict: 'agrees' | 'foreign' | 'under-way' }
  | { readonly verdict: 'finding'; readonly finding: Orphan | Ghost | Drift };

/** States in which a number is in the carrier account, whatever happens. */
const AT_THE_CARRIER: readonly NumberState[] = ['pooled', 'assigned', 'resting'];

/**
 * A number that the carrier has just given us may be missing from its answers for a while
 * (https://github.com/terraform-providers/terraform-provider-twilio/issues/124), so a young one is no ghost.
 */
export const YOUNG_MILLISECONDS = 10 * 60_000;

/** Compares one number; pure. */
export function comparePair(pair: Pair, settings: NumberSettings, now: Date): Verdict {
  const { found, record, tagged } = pair;
  if (record && !AT_THE_CARRIER.includes(record.state)) return { verdict: 'under-way' };
  if (found && record) return compareSettings(found, record, settings);
  if (found) return compareUnknown(found, tagged, settings);
  if (!record) return { verdict: 'agrees' };
  const young = now.getTime() - record.createdAt.getTime() < YOUNG_MILLISECONDS;
  return young ? { verdict: 'under-way' } : { verdict: 'finding', finding: ghost(record) };
}

function compareSettings(found: CarrierNumber, record: NumberRecord, settings: NumberSettings): Verdict {
  const fields = [...driftedFields(found, settings)];
  const silent = stopsCalls(fields);
  if (record.carrierSid !== found.sid) {
    fields.push({ field: 'carrierSid', expected: record.carrierSid, found: found.sid });
  }
  if (fields.length === 0) return { verdict: 'agrees' };
  const finding: Drift = {
    ...about(found, record),
    kind: 'drift',
    severity: silent && record.state === 'assigned' ? 'critical' : 'warning',
    fields,
    remedy: 'Send its calls to us again.',
  };
  return { verdict: 'finding', finding };
}

function compareUnknown(
  found: CarrierNumber,
  tagged: TaggedPurchase | undefined,
  settings: NumberSettings,
): Verdict {
  const why = tagged ? reasonOf(tagged) : found.voiceUrl === settings.voiceUrl ? 'points-here' : 'foreign';
  if (why === 'foreign' || why === 'under-way') return { verdict: why };
  const finding: Orphan = {
    ...about(found, tagged?.number),
    kind: 'orphan',
    severity: 'warning',
    operationId: tagged?.operation.id ?? null,
    tenantId: tagged?.operation.tenantId ?? null,
    why,
    remedy: remedies[why],
  };
  return { verdict: 'finding', finding };
}

const remedies: Readonly<Record<OrphanReason, string>> = {
  'late-purchase': 'Adopt it: give it to the tenant that wanted it, or put it into the pool.',
  returned: 'Adopt it: it is in the account again.',
  'release-failed': 'Release it again: it is billed although we gave it back.',
  'points-here': 'Adopt it into quarantine, or point it elsewhere if it is not ours.',
};

function reasonOf({ operation, number, released }: TaggedPurchase): OrphanReason | 'under-way' {
  if (operation.state === 'intended' || operation.state === 'unknown') return 'under-way';
  if (operation.state === 'refused') return 'late-purchase';
  // Read a moment apart: the row was live when its number was looked up, and is not any more.
  if (number && number.state !== 'released') return 'under-way';
  return released ? 'release-failed' : 'returned';
}

function ghost(record: NumberRecord): Ghost {
  return {
    ...about(undefined, record),
    kind: 'ghost',
    severity: record.state === 'assigned' ? 'critical' : 'warning',
    phoneNumber: record.phoneNumber,
    state: record.state,
    remedy: 'Mark it lost and tell its tenant; it has to get another number.',
  };
}

function about(found: CarrierNumber | undefined, record: NumberRecord | undefined) {
  return {
    phoneNumber: found?.phoneNumber ?? record?.phoneNumber ?? null,
    carrierSid: found?.sid ?? record?.carrierSid ?? null,
    numberId: record?.id ?? null,
    tenantId: record?.tenantId ?? null,
    operationId: null,
    monthlyCost: record?.monthlyPrice ?? null,
  };
}
