import type { NumberRecord } from '../../src/numbers/index.ts';
import type { TrailRow } from '../database/row.ts';
import type { Told } from '../driver/journal.ts';
import type { Action, ToldNumber } from '../plan/action.ts';
import type { Invariant, Violation, World } from './violation.ts';

/** Whatever a client was told holds, unless another action took it back since. */
export const checkPromises: Invariant = (world) => [
  ...kept(world),
  ...sameAnswers(world),
  ...refusals(world),
  ...unwanted(world),
];

function kept({ told, records }: World): readonly Violation[] {
  const numbers = new Map(records.numbers.map((number) => [number.id, number]));
  const trails = Map.groupBy(records.trail, ({ number_id }) => number_id ?? '');
  return told.flatMap((entry): Violation[] => {
    const number = toldNumber(entry);
    if (!number) return [];
    const record = numbers.get(number.numberId);
    const broken = brokenPromise(number, entry.action.kind, record, trails.get(number.numberId) ?? []);
    if (!broken) return [];
    const text = `${number.tenantId} was told by "${entry.action.id}" that ${number.phoneNumber} is ${number.status}: ${broken}`;
    return [{ kind: 'lost', text, about: [number.numberId] }];
  });
}

function toldNumber({ answer }: Told): ToldNumber | undefined {
  return answer.outcome === 'ok' && answer.number ? answer.number : undefined;
}

/** @returns what is wrong with it. */
function brokenPromise(
  { tenantId, status, phoneNumber }: ToldNumber,
  asked: Action['kind'],
  record: NumberRecord | undefined,
  trail: readonly TrailRow[],
): string | undefined {
  if (!record || record.phoneNumber !== phoneNumber) return 'there is no such number';
  if (asked === 'release') return record.state === 'released' ? undefined : `it is ${record.state}`;
  if (status === 'pending') return undefined;
  const left = trail.some((line) => line.tenant_id === tenantId && LEAVING.has(line.event));
  // An old key asked again, after the number has left the tenant.
  if (status === 'released') return left ? undefined : 'it never left the tenant';
  if (status !== 'active') return `nobody should have been told "${status}"`;
  if (record.state === 'assigned' && record.tenantId === tenantId) return undefined;
  return left
    ? undefined
    : `it is ${record.state} and has the owner ${record.tenantId}, and no action did that`;
}

/** Events after which a number is no longer its tenant's. */
const LEAVING = new Set(['number.release-intended', 'number.transferred', 'number.rested']);

/** One key, one number. */
function sameAnswers({ told }: World): readonly Violation[] {
  const intents = new Map<string, Set<string>>();
  for (const entry of told) {
    const number = toldNumber(entry);
    const { action } = entry;
    // While it is pending another candidate may yet take its place.
    if (!number || number.status === 'pending') continue;
    if (action.kind !== 'buy' && action.kind !== 'claim') continue;
    const intent = `${action.kind} ${action.tenantId} ${action.key}`;
    intents.set(intent, (intents.get(intent) ?? new Set()).add(number.numberId));
  }
  return [...intents]
    .filter(([, numbers]) => numbers.size > 1)
    .map(([intent, numbers]) => ({
      kind: 'double',
      text: `one key was answered with ${numbers.size} numbers (${intent})`,
      about: [...numbers],
    }));
}

const NOTHING_CHARGED = new Set(['number-unavailable', 'number-restricted', 'limit-reached']);

/** Who was told at the very end that nothing was charged has no number for that key. */
function refusals({ told, records }: World): readonly Violation[] {
  const last = new Map<string, Told[]>();
  for (const entry of told) {
    if (entry.action.kind !== 'buy') continue;
    const intent = `${entry.action.tenantId} ${entry.action.key}`;
    const former = last.get(intent);
    const sameWave = former?.[0]?.round === entry.round && former[0].wave === entry.wave;
    last.set(intent, sameWave ? [...(former ?? []), entry] : [entry]);
  }
  const bought = new Map(
    records.operations
      .filter(({ kind, state }) => kind === 'buy-number' && state === 'done')
      .map((operation) => [operation.number_id, operation]),
  );
  return [...last].flatMap(([intent, [entry, ...others]]): Violation[] => {
    if (!entry || others.length > 0 || entry.answer.outcome !== 'error') return [];
    if (!NOTHING_CHARGED.has(entry.answer.code) || entry.action.kind !== 'buy') return [];
    const { tenantId, phoneNumber, alternatives, key } = entry.action;
    const keyed = told.some(
      (each) => each.action.kind === 'buy' && each.action.tenantId === tenantId && each.action.key !== key,
    );
    // Another intent of the same tenant may have bought one of the same numbers.
    if (keyed) return [];
    const wanted = new Set([phoneNumber, ...alternatives]);
    const got = records.numbers.find(
      (number) =>
        number.tenantId === tenantId &&
        wanted.has(number.phoneNumber) &&
        bought.get(number.id)?.tenant_id === tenantId,
    );
    if (!got) return [];
    const text = `${intent} was told ${entry.answer.code} and was charged for ${got.phoneNumber}`;
    return [{ kind: 'leaked', text, about: [got.id] }];
  });
}

/** Nothing is given up that nobody asked to give up. */
function unwanted({ told, records }: World): readonly Violation[] {
  const asked = new Set(told.map(({ action }) => action.id));
  return records.trail.flatMap(({ event, actor_kind, reason, number_id }): Violation[] => {
    const about = [number_id ?? ''];
    if (event === 'number.lost') {
      return [{ kind: 'lost', text: 'the reconciler marked a number lost that nobody took', about }];
    }
    if (event !== 'number.release-intended') return [];
    if (actor_kind === 'operator' && asked.has(reason)) return [];
    return [{ kind: 'lost', text: `a number was released for no reason of ours: ${reason}`, about }];
  });
}
