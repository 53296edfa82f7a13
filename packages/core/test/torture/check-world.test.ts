import { describe, expect, test } from 'vitest';
import type { NumberRecord } from '../../src/numbers/index.ts';
import { checkWorld } from '../../torture/check/check-world.ts';
import { tellViolation } from '../../torture/check/tell-violation.ts';
import type { World } from '../../torture/check/violation.ts';
import type { Records } from '../../torture/database/row.ts';
import { VOICE } from '../../torture/settings.ts';

const number: NumberRecord = {
  id: 'num_1',
  phoneNumber: '+14155550142',
  state: 'assigned',
  tenantId: 'acme',
  type: 'local',
  country: 'US',
  areaCode: '415',
  locality: null,
  region: null,
  capabilities: null,
  source: 'bought',
  carrierSid: 'PN1',
  monthlyPrice: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  activatedAt: new Date(0),
  reclaimAt: null,
  reclaimWarned: null,
  restUntil: null,
  dueAt: null,
  settingsMark: null,
};
const operation = {
  id: 'op_1',
  kind: 'buy-number',
  state: 'done',
  tenant_id: 'acme',
  idempotency_index: 'key',
  attempt: 1,
  number_id: 'num_1',
  limit_window: '2026-11-22',
  calls: 1,
};
const line = {
  id: 'trl_1',
  event: 'number.purchased',
  actor_kind: 'tenant',
  actor_id: 'acme',
  tenant_id: 'acme',
  number_id: 'num_1',
  operation_id: 'op_1',
  reason: 'the carrier confirmed the purchase',
  data: { carrierSid: 'PN1' },
};
const counters = [
  { limit_key: 'numbers:tenant:acme', limit_window: 'ever', used: 1 },
  { limit_key: 'purchases:tenant:acme', limit_window: '2026-11-22', used: 1 },
  { limit_key: 'purchases:all', limit_window: '2026-11-22', used: 1 },
];
const owned = {
  sid: 'PN1',
  phoneNumber: '+14155550142',
  friendlyName: 'op_1',
  voiceRoute: { kind: 'url', url: VOICE.voiceUrl },
  createdAt: '',
};
const charge = {
  kind: 'number-month',
  sid: 'PN1',
  phoneNumber: '+14155550142',
  amountMicros: 1,
  tag: 'op_1',
};
const told = {
  round: 1,
  wave: 0,
  action: {
    id: 'buy 1',
    kind: 'buy' as const,
    tenantId: 'acme',
    phoneNumber: '+14155550142',
    alternatives: [],
    key: 'k',
  },
  answer: {
    outcome: 'ok' as const,
    number: { numberId: 'num_1', phoneNumber: '+14155550142', tenantId: 'acme', status: 'active' },
    value: null,
  },
};

/** One number, bought by one tenant, and everything as it should be but for what is changed. */
function world(records: Partial<Records> = {}, rest: Partial<Omit<World, 'records'>> = {}): World {
  const all = { numbers: [number], operations: [operation], trail: [line], limits: counters, claims: [] };
  return {
    account: [owned],
    bill: [charge],
    told: [told],
    foreign: new Set(),
    ...rest,
    records: { ...all, ...records },
  };
}

const kinds = (given: World) => checkWorld(given).map(({ kind }) => kind);

test('a world in order has nothing to tell', () => {
  expect(checkWorld(world())).toEqual([]);
});

describe('it notices', () => {
  test('two charges for one intent', () => {
    const second = { ...operation, id: 'op_2', number_id: 'num_2', attempt: 2 };
    const charges = [charge, { ...charge, sid: 'PN2', tag: 'op_2' }];
    expect(kinds(world({ operations: [operation, second] }, { bill: charges }))).toContain('double');
  });

  test('a charge that no line of the trail explains', () => {
    expect(kinds(world({ trail: [] }))).toEqual(['leaked']);
  });

  test('a purchase in the trail that was never charged', () => {
    expect(kinds(world({}, { bill: [] }))).toEqual(['leaked']);
  });

  test('a number in the account that no record knows', () => {
    const stranger = { ...owned, sid: 'PN9', phoneNumber: '+12125550100' };
    expect(kinds(world({}, { account: [owned, stranger] }))).toEqual(['leaked']);
  });

  test('a number in the records that is not in the account', () => {
    expect(kinds(world({}, { account: [] }))).toEqual(['lost']);
  });

  test('a number that sends its calls elsewhere', () => {
    const elsewhere = { ...owned, voiceRoute: { kind: 'url', url: 'https://wrong.example.org/' } };
    expect(kinds(world({}, { account: [elsewhere] }))).toEqual(['lost']);
  });

  test('a tenant that was told it has a number and has it no more, for no reason', () => {
    const taken = { ...number, tenantId: 'other' };
    const limits = counters.map((each) => ({
      ...each,
      limit_key: each.limit_key.replace('numbers:tenant:acme', 'numbers:tenant:other'),
    }));
    expect(kinds(world({ numbers: [taken], limits }))).toEqual(['lost']);
  });

  test('a release that nobody asked for', () => {
    const given = { ...line, id: 'trl_2', event: 'number.release-intended', reason: 'because' };
    expect(kinds(world({ trail: [line, given] }))).toEqual(['lost']);
  });

  test('a released number that is still billed', () => {
    const released = { ...number, state: 'released' as const };
    const found = checkWorld(world({ numbers: [released], limits: counters.slice(1) }, { told: [] }));
    expect(found.map(({ text }) => text)).toContain(
      '+14155550142 is released in our records and still billed',
    );
  });

  test('one key that was answered with two numbers', () => {
    const other = {
      ...told,
      answer: { ...told.answer, number: { ...told.answer.number, numberId: 'num_2' } },
    };
    expect(kinds(world({}, { told: [told, other] }))).toContain('double');
  });

  test('a number of another program that was touched', () => {
    expect(kinds(world({}, { foreign: new Set(['+14155550142']) }))).toEqual(['lost']);
  });

  test('an open operation', () => {
    expect(kinds(world({ operations: [{ ...operation, state: 'unknown' }] }))).toContain('stuck');
  });

  test('a limit that counts more than there is', () => {
    const limits = counters.map((each) => ({ ...each, used: 2 }));
    expect(kinds(world({ limits }))).toEqual(['leaked', 'leaked', 'leaked']);
  });

  test('a purchase for the pool that held enough', () => {
    const pooled = { ...number, state: 'pooled' as const, tenantId: null, areaCode: '415' };
    const numbers = ['num_1', 'num_2', 'num_3', 'num_4'].map((id) => ({ ...pooled, id }));
    const intended = (id: string) => ({
      ...line,
      event: 'number.purchase-intended',
      tenant_id: null,
      number_id: id,
    });
    const claimed = { ...line, event: 'number.activated', number_id: 'num_1' };
    const orders = numbers.map(({ id }) => intended(id));
    const bought = (trail: Records['trail']) =>
      checkWorld(world({ numbers, trail }, { told: [] })).map(({ text }) => text);
    const tooMany = 'number 4 was bought for the pool in 415, and 3 were ordered at most';
    expect(bought(orders)).toContain(tooMany);
    expect(bought([...orders.slice(0, 3), claimed, ...orders.slice(3)])).not.toContain(tooMany);
  });
});

test('a violation is told with all that both sides know, and no full phone number', () => {
  const broken = world({ trail: [] });
  const [violation] = checkWorld(broken);
  const text = violation ? tellViolation(violation, broken) : '';
  expect(text).toContain('at the carrier:');
  expect(text).toContain('on the bill:');
  expect(text).toContain('op_1 buy-number done');
  expect(text).not.toContain('4155550142');
  expect(text).toContain('42');
});
