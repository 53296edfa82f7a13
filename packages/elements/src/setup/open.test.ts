import type { SetupState } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import {
  aroundOakland,
  createFakeApi,
  newTenant,
  oakland,
  owned,
  silence,
} from '../../test/fake-api/index.ts';
import { createStorage, startSession } from '../../test/session.ts';
import { settle } from '../../test/virtual-timers.ts';
import { ApiError } from '../api/index.ts';
import type { SetupInput } from './input.ts';
import { initialModel, type SetupModel } from './model.ts';
import type { Snapshot } from './snapshot.ts';
import { stepBefore } from './steps.ts';
import { update } from './update.ts';

const run = (model: SetupModel, ...inputs: SetupInput[]) =>
  inputs.reduce((present, input) => update(present, input).model, model);

function snapshotOf(change: Partial<Snapshot>): Snapshot {
  return {
    version: 1,
    step: 'number',
    path: 'buy',
    query: 'Berkeley',
    areaCode: null,
    contains: '',
    selected: null,
    another: false,
    knownIds: [],
    intent: null,
    ...change,
  };
}

const intent = {
  key: 'key-1',
  phoneNumber: '+15105550142',
  display: '(510) 555-0142',
  alternatives: ['+15105550177'],
};
const open = (change: Partial<SetupState>, snapshot: Snapshot | null = null) =>
  update(initialModel, { type: 'opened', setup: newTenant(change), snapshot });
const two = ['buy', 'forward'] as const;
const active = owned();
const pending = owned({ status: 'pending' });
const ended = owned({ status: 'failed' });

describe('opening leads to', () => {
  it.each<[string, Partial<SetupState>, Snapshot | null, SetupModel['step']]>([
    ['the list, with one way and no number', {}, null, 'number'],
    ['the choice, with two ways', { paths: two }, null, 'path'],
    ['the choice, when the only way is the host’s', { paths: ['port'] }, null, 'path'],
    ['forwarding, when it is the only way', { paths: ['forward'] }, null, 'forward'],
    ['a word that there is nothing to set up', { paths: [] }, null, 'handoff'],
    ['the list, where the customer left off', { paths: two }, snapshotOf({}), 'number'],
    ['the choice, where the customer left off', { paths: two }, snapshotOf({ step: 'path' }), 'path'],
    ['the live number', { numbers: [active] }, null, 'live'],
    ['the live number, though no way is open any more', { paths: [], numbers: [active] }, null, 'live'],
    ['the live number, bought elsewhere meanwhile', { numbers: [active] }, snapshotOf({}), 'live'],
    ['the list, for another number', { numbers: [active] }, snapshotOf({ another: true }), 'number'],
    ['the order, begun elsewhere', { numbers: [pending] }, null, 'order'],
    ['the order, sent before', { numbers: [pending] }, snapshotOf({ step: 'order', intent }), 'order'],
    ['the order, of which nobody knows', {}, snapshotOf({ step: 'order', intent }), 'order'],
    ['the list, when the last order failed', { numbers: [ended] }, null, 'number'],
    ['the list, when the number was released', { numbers: [owned({ status: 'released' })] }, null, 'number'],
  ])('%s', (_what, setup, snapshot, step) => {
    expect(open(setup, snapshot).model.step).toBe(step);
  });

  it.each([
    ['the chosen number', '+15105550142', null],
    ['its substitute', '+15105550177', '(510) 555-0142'],
  ])(
    'the number whose order came through during a reload, %s, and tells the page',
    (_what, phoneNumber, insteadOf) => {
      const number = owned({ phoneNumber, substituted: insteadOf !== null });
      const other = owned({ id: 'num_old', phoneNumber: '+15105559999' });
      const snapshot = snapshotOf({ step: 'order', intent, knownIds: ['num_old'] });
      const { model, effects } = open({ numbers: [other, number] }, snapshot);
      expect(model.live).toEqual({ number, insteadOf });
      expect(effects).toContainEqual({ type: 'tell', news: { type: 'activated', number } });
    },
  );

  it('a live number without telling the page again', () => {
    const { effects } = open({ numbers: [active] });
    expect(effects).not.toContainEqual(
      expect.objectContaining({ news: { type: 'activated', number: active } }),
    );
  });
});

describe('an order begun elsewhere', () => {
  it('is followed, and never sent from here, not even after two reloads', async () => {
    const api = createFakeApi(newTenant({ numbers: [pending] }));
    const storage = createStorage();
    for (let load = 0; load < 3; load++) {
      const { session } = await startSession(api, storage);
      expect(session.model.order).toMatchObject({ stage: 'confirming', numberId: pending.id });
      session.stop();
    }
    expect(api.seen.filter((each) => each.path === '/purchase-number')).toEqual([]);
  });

  it('is looked up anew when the server has forgotten it, with all answers kept', async () => {
    const api = createFakeApi(newTenant({ numbers: [pending] }));
    const storage = createStorage();
    storage.setItem('numberkit:setup:acme', JSON.stringify(snapshotOf({})));
    const { session, timers } = await startSession(api, storage);
    api.setup = newTenant();
    await timers.pass(1_000);
    expect(session.model.order?.failure?.code).toBe('number-not-found');
    session.send({ type: 'retry-wanted' });
    await settle();
    expect(session.model).toMatchObject({ step: 'number', order: null, search: { query: 'Berkeley' } });
  });

  it('is not sent from here when the server has forgotten it', () => {
    const lost: SetupInput = { type: 'status-failed', error: new ApiError('refused', 404), id: pending.id };
    const { model, effects } = update(run(open({ numbers: [pending] }).model, lost), {
      type: 'retry-wanted',
    });
    expect(model).toMatchObject({ step: 'opening', order: null });
    expect(effects.filter((each) => each.type === 'order')).toEqual([]);
  });
});

describe('asking twice where the tenant stands', () => {
  const atOrder = run(
    open({}).model,
    { type: 'found', response: { numbers: oakland, suggestions: aroundOakland } },
    { type: 'number-confirmed', key: 'key-1' },
  );

  it('does not throw a customer back who has gone on', () => {
    const late: SetupInput = { type: 'opened', setup: newTenant(), snapshot: null };
    expect(update(atOrder, late)).toEqual({ model: atOrder, effects: [] });
  });

  it('does not tell of a failure that no longer matters', () => {
    const late: SetupInput = { type: 'open-failed', error: new ApiError('timeout') };
    expect(update(atOrder, late)).toEqual({ model: atOrder, effects: [] });
  });

  it('happens when the connection comes back while the first question hangs', async () => {
    const api = createFakeApi();
    let answerLate: (response: Response) => void = () => {};
    api.script('/setup-state', () => new Promise((resolve) => (answerLate = resolve)));
    const { session } = await startSession(api);
    session.send({ type: 'connection-changed', online: false });
    session.send({ type: 'connection-changed', online: true });
    await settle();
    session.send({ type: 'query-typed', query: 'Berkeley' });
    answerLate(Response.json(newTenant()));
    await settle();
    expect(session.model.search).toMatchObject({ query: 'Berkeley', status: 'waiting' });
  });
});

describe('a server that hangs while opening', () => {
  it('is called slow after four seconds and given up later, and opens at the next try', async () => {
    const api = createFakeApi();
    api.script('/setup-state', silence);
    const { session, timers, news } = await startSession(api);
    await timers.pass(3_999);
    expect(session.model.opening).toEqual({ patience: 'fresh', failure: null });
    await timers.pass(1);
    expect(session.model.opening.patience).toBe('slow');
    await timers.pass(11_001);
    expect(news).toEqual([expect.objectContaining({ type: 'error', step: 'opening' })]);
    session.send({ type: 'retry-wanted' });
    await settle();
    expect(session.model.step).toBe('number');
  });
});

describe('Back', () => {
  it.each<[string, SetupModel, SetupModel['step'] | null]>([
    [
      'from the list leads to the choice when there was one',
      run(open({ paths: two }).model, { type: 'path-confirmed' }),
      'path',
    ],
    ['from the list leads nowhere when there was no choice', open({}).model, null],
    [
      'from the list for another number leads to the live one',
      run(open({ numbers: [active] }).model, { type: 'another-wanted' }),
      'live',
    ],
    [
      'from a way of the host leads to the choice',
      run(open({ paths: two }).model, { type: 'path-selected', path: 'forward' }, { type: 'path-confirmed' }),
      'path',
    ],
    ['leads nowhere when there is nothing to set up', open({ paths: [] }).model, null],
    ['from the live number leads nowhere', open({ numbers: [active] }).model, null],
    ['from an order under way leads nowhere', open({ numbers: [pending] }).model, null],
  ])('%s', (_what, model, before) => {
    expect(stepBefore(model)).toBe(before);
    expect(run(model, { type: 'back-wanted' }).step).toBe(before ?? model.step);
  });
});
