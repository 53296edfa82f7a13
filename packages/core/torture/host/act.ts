import { isNumberkitError, type Numberkit } from '../../src/index.ts';
import type { Action, Answer, ToldNumber } from '../plan/action.ts';

type Told = Omit<Extract<Answer, { outcome: 'ok' }>, 'outcome'>;
/** An action of this kind. */
type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

/** Does what the client asks and says what the client is told. */
export async function act(kit: Numberkit, action: Action): Promise<Answer> {
  try {
    return { outcome: 'ok', ...(await perform(kit, action)) };
  } catch (error) {
    if (isNumberkitError(error)) return { outcome: 'error', code: error.code, detail: error.message };
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: 'error', code: 'internal', detail };
  }
}

async function perform(kit: Numberkit, action: Action): Promise<Told> {
  switch (action.kind) {
    case 'buy':
      return buy(kit, action);
    case 'release':
      return release(kit, action);
    case 'transfer':
      return transfer(kit, action);
    case 'reclaim':
    case 'undo-reclaim':
      return reclaim(kit, action);
    case 'claim':
      return claim(kit, action);
    case 'prebuy':
      return { number: null, value: await kit.pool.prebuy(action).summary() };
    case 'repoint':
      return { number: null, value: await repoint(kit, action.id) };
    case 'sweep':
      return { number: null, value: await kit.sweeps.run(action.sweep) };
  }
}

async function buy(kit: Numberkit, { tenantId, phoneNumber, alternatives, key }: Of<'buy'>): Promise<Told> {
  const number = await kit.numbers.buy({ tenantId, phoneNumber, alternatives, idempotencyKey: key });
  const { id, status } = number;
  return { number: { numberId: id, phoneNumber: number.phoneNumber, tenantId, status }, value: null };
}

async function claim(kit: Numberkit, { tenantId, areaCode, key }: Of<'claim'>): Promise<Told> {
  const { id, phoneNumber, status } = await kit.pool.claim({ tenantId, areaCode, idempotencyKey: key });
  return { number: { numberId: id, phoneNumber, tenantId, status }, value: null };
}

/** The tenant's number at the action's share of the list, if it has any that takes calls. */
async function pickNumber(kit: Numberkit, tenantId: string, pick: number): Promise<ToldNumber | undefined> {
  const active = (await kit.numbers.list({ tenantId })).filter(({ status }) => status === 'active');
  const chosen = active[Math.floor(pick * active.length)];
  if (!chosen) return undefined;
  return { numberId: chosen.id, phoneNumber: chosen.phoneNumber, tenantId, status: chosen.status };
}

const actor = { kind: 'operator', id: 'torture' } as const;
const NOTHING: Told = { number: null, value: 'nothing to do it to' };

async function release(kit: Numberkit, { id, tenantId, pick }: Of<'release'>): Promise<Told> {
  const number = await pickNumber(kit, tenantId, pick);
  if (!number) return NOTHING;
  const { numberId } = number;
  const { outcome } = await kit.numbers.release({ tenantId, numberId, actor, reason: id });
  return { number: { ...number, status: outcome }, value: null };
}

async function transfer(kit: Numberkit, { id, tenantId, toTenantId, pick }: Of<'transfer'>): Promise<Told> {
  const number = await pickNumber(kit, tenantId, pick);
  if (!number) return NOTHING;
  const { numberId } = number;
  await kit.numbers.transfer({ numberId, fromTenantId: tenantId, toTenantId, actor, reason: id });
  return { number: { ...number, tenantId: toTenantId }, value: null };
}

async function reclaim(
  kit: Numberkit,
  { id, kind, tenantId, pick }: Of<'reclaim' | 'undo-reclaim'>,
): Promise<Told> {
  const number = await pickNumber(kit, tenantId, pick);
  if (!number) return NOTHING;
  const request = { tenantId, numberId: number.numberId, actor, reason: id };
  if (kind === 'undo-reclaim') return { number: null, value: await kit.numbers.undoReclaim(request) };
  return { number: null, value: await kit.numbers.startReclaim(request) };
}

/** @returns how many numbers were pointed. */
async function repoint(kit: Numberkit, reason: string): Promise<number> {
  let pointed = 0;
  for await (const progress of kit.numbers.repoint({ actor, reason })) ({ pointed } = progress);
  return pointed;
}
