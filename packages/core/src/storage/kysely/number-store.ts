import type { ExpressionBuilder, Selectable } from 'kysely';
import {
  canMove,
  isOver,
  type NumberChange,
  type NumberExpectation,
  type NumberRecord,
  type NumberState,
  type NumberStore,
} from '../../numbers/index.ts';
import type { Vault } from '../../privacy/index.ts';
import { readMoney, readOptionalTime, readTime, writeOptionalTime, writeTime } from './column-values.ts';
import { claimUnpointed, countPointed } from './pointed-numbers.ts';
import type { Connections, Database, NumbersTable } from './schema.ts';

/** The blind index of an E.164; the prefix keeps it apart from other uses of the index key. */
export function phoneNumberIndex(vault: Vault, phoneNumber: string): string {
  return vault.blindIndex(`e164:${phoneNumber}`);
}

export function createNumberStore(connections: Connections, vault: Vault): NumberStore {
  const { reads, writes } = connections;
  return {
    ...createNumberReads(connections, vault),
    async insert(number) {
      const inserted = await writes
        .insertInto('numberkit_numbers')
        .values(writeNumber(number, vault))
        .onConflict((conflict) => conflict.column('e164_index').doNothing())
        .returning('id')
        .executeTakeFirst();
      return inserted !== undefined;
    },
    async move(numberId, from, to, change, now) {
      const state = typeof from === 'string' ? from : from.state;
      if (state !== to && !canMove(state, to)) throw new RangeError(`no number goes from ${state} to ${to}`);
      const moved = await writes
        .updateTable('numberkit_numbers')
        .set({ ...writeChange(change), state: to, updated_at: writeTime(now) })
        // A number whose life is over gives its E.164 back, so that a new row may take it.
        .$if(isOver(to), (update) => update.set({ e164_index: null }))
        .where('id', '=', numberId)
        .where(asExpected(from))
        .returning('id')
        .executeTakeFirst();
      return moved !== undefined;
    },
    claimUnpointed: async (mark, now, leaseUntil, limit) =>
      (await claimUnpointed(connections, mark, now, leaseUntil, limit)).map((row) => readNumber(row, vault)),
    async notePointed(numberId, mark, now) {
      await writes
        .updateTable('numberkit_numbers')
        .set({ settings_mark: mark, pointing_until: null, updated_at: writeTime(now) })
        .where('id', '=', numberId)
        .execute();
    },
    countPointed: (mark) => countPointed(reads, mark),
  };
}

type NumberReads = Pick<NumberStore, 'get' | 'findByPhoneNumber' | 'listByTenant' | 'listDue'>;

function createNumberReads({ reads }: Connections, vault: Vault): NumberReads {
  const numbers = () => reads.selectFrom('numberkit_numbers').selectAll();
  const toRecord = (row: Selectable<NumbersTable>) => readNumber(row, vault);
  return {
    async get(numberId) {
      const query = numbers().where('id', '=', numberId);
      const row = await query.executeTakeFirst();
      return row && toRecord(row);
    },
    async findByPhoneNumber(phoneNumber) {
      const row = await numbers()
        .where('e164_index', '=', phoneNumberIndex(vault, phoneNumber))
        .executeTakeFirst();
      return row && toRecord(row);
    },
    async listByTenant(tenantId) {
      const rows = await numbers()
        .where('tenant_id', '=', tenantId)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toRecord);
    },
    async listDue(now, limit) {
      const rows = await numbers()
        .where('due_at', '<=', writeTime(now))
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(toRecord);
    },
  };
}

function writeNumber(number: NumberRecord, vault: Vault): NumbersTable {
  return {
    id: number.id,
    e164: vault.seal(number.phoneNumber, sealContext(number.id)),
    e164_index: isOver(number.state) ? null : phoneNumberIndex(vault, number.phoneNumber),
    state: number.state,
    tenant_id: number.tenantId,
    type: number.type,
    country: number.country,
    area_code: number.areaCode,
    locality: number.locality,
    region: number.region,
    capabilities: writeCapabilities(number.capabilities),
    source: number.source,
    carrier_sid: number.carrierSid,
    price_micros: number.monthlyPrice?.amountMicros ?? null,
    price_currency: number.monthlyPrice?.currency ?? null,
    created_at: writeTime(number.createdAt),
    updated_at: writeTime(number.updatedAt),
    activated_at: writeOptionalTime(number.activatedAt),
    reclaim_at: writeOptionalTime(number.reclaimAt),
    reclaim_warned: number.reclaimWarned,
    rest_until: writeOptionalTime(number.restUntil),
    due_at: writeOptionalTime(number.dueAt),
    settings_mark: number.settingsMark,
    pointing_until: null,
    exercise_until: null,
    active_at: null,
    attended_until: null,
  };
}

/** The condition of a move: each named field is compared as it is stored, and null equals null. */
function asExpected(from: NumberState | NumberExpectation) {
  const expected: NumberExpectation = typeof from === 'string' ? { state: from } : from;
  const stored = { ...writeChange(expected), state: expected.state };
  return ({ and, eb }: ExpressionBuilder<Database, 'numberkit_numbers'>) =>
    and(
      Object.entries(stored).map(([column, value]) =>
        // The keys are columns that writeChange named.
        eb(column as keyof NumbersTable, value === null ? 'is' : '=', value),
      ),
    );
}

function writeChange(change: NumberChange): Partial<NumbersTable> {
  return {
    ...(change.carrierSid !== undefined && { carrier_sid: change.carrierSid }),
    ...(change.tenantId !== undefined && { tenant_id: change.tenantId }),
    ...(change.activatedAt !== undefined && { activated_at: writeOptionalTime(change.activatedAt) }),
    ...(change.reclaimAt !== undefined && { reclaim_at: writeOptionalTime(change.reclaimAt) }),
    ...(change.reclaimWarned !== undefined && { reclaim_warned: change.reclaimWarned }),
    ...(change.restUntil !== undefined && { rest_until: writeOptionalTime(change.restUntil) }),
    ...(change.dueAt !== undefined && { due_at: writeOptionalTime(change.dueAt) }),
    ...(change.settingsMark !== undefined && { settings_mark: change.settingsMark }),
  };
}

export function readNumber(row: NumbersTable, vault: Vault): NumberRecord {
  return {
    id: row.id,
    phoneNumber: vault.open(row.e164, sealContext(row.id)),
    // The three words below were written from the same unions by writeNumber and move.
    state: row.state as NumberRecord['state'],
    tenantId: row.tenant_id,
    type: row.type as NumberRecord['type'],
    country: row.country,
    areaCode: row.area_code,
    locality: row.locality,
    region: row.region,
    capabilities: readCapabilities(row.capabilities),
    source: row.source as NumberRecord['source'],
    carrierSid: row.carrier_sid,
    monthlyPrice: readMoney(row.price_micros, row.price_currency),
    createdAt: readTime(row.created_at),
    updatedAt: readTime(row.updated_at),
    activatedAt: readOptionalTime(row.activated_at),
    reclaimAt: readOptionalTime(row.reclaim_at),
    reclaimWarned: row.reclaim_warned,
    restUntil: readOptionalTime(row.rest_until),
    dueAt: readOptionalTime(row.due_at),
    settingsMark: row.settings_mark,
  };
}

function sealContext(numberId: string): string {
  return `numbers.e164:${numberId}`;
}

function writeCapabilities(capabilities: NumberRecord['capabilities']): string | null {
  if (capabilities === null) return null;
  const { voice, sms, mms } = capabilities;
  return [voice && 'voice', sms && 'sms', mms && 'mms'].filter(Boolean).join(',');
}

function readCapabilities(stored: string | null): NumberRecord['capabilities'] {
  if (stored === null) return null;
  const held = stored.split(',');
  return { voice: held.includes('voice'), sms: held.includes('sms'), mms: held.includes('mms') };
}
