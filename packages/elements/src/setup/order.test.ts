import { describe, expect, it } from 'vitest';
import { aroundOakland, newTenant, oakland, owned } from '../../test/fake-api/index.ts';
import { ApiError, type ApiErrorKind } from '../api/index.ts';
import { boughtNothing, wasRefused } from './bought-nothing.ts';
import type { SetupInput } from './input.ts';
import { initialModel, type SetupModel } from './model.ts';
import { takeSnapshot } from './snapshot.ts';
import { stepBefore } from './steps.ts';
import { update } from './update.ts';

const run = (model: SetupModel, ...inputs: SetupInput[]) =>
  inputs.reduce((present, input) => update(present, input).model, model);

const atList = run(
  initialModel,
  { type: 'opened', setup: newTenant(), snapshot: null },
  { type: 'found', response: { numbers: oakland, suggestions: aroundOakland } },
);
const confirmed: SetupInput = { type: 'number-confirmed', key: 'key-1' };
const went: SetupInput = { type: 'order-sent' };
const checking = run(atList, confirmed);
const ordering = run(checking, went);
const pending = owned({ status: 'pending' });
const accepted = run(ordering, { type: 'order-answered', response: { number: pending } });

/** After a reload in the middle of ordering. */
const resumed = run(initialModel, {
  type: 'opened',
  setup: newTenant(),
  snapshot: takeSnapshot(ordering),
});

function failed(kind: ApiErrorKind, code: string | null = null, sent = true): SetupInput {
  const status = { refused: 403, unauthorized: 401, failed: 500 }[kind as string] ?? 0;
  const problem = code
    ? { type: '', title: code, status, code, detail: `about ${code}`, retryable: false }
    : null;
  return { type: 'order-failed', error: new ApiError(kind, status, problem), sent };
}

/** Fails until the flow stops trying by itself. */
const lost = (model: SetupModel, failure = failed('timeout')) => run(model, failure, failure, failure);
const orderOf = ({ order }: SetupModel) => {
  if (!order) throw new Error('there is no order');
  return order;
};

describe('a reload after a clear no', () => {
  it('does not send the order again: only a click may begin another', () => {
    const refused = run(ordering, failed('refused', 'limit-reached'));
    expect(takeSnapshot(refused)?.intent).toBeNull();
    const reloaded = run(initialModel, {
      type: 'opened',
      setup: newTenant(),
      snapshot: takeSnapshot(refused),
    });
    expect(reloaded).toMatchObject({ step: 'number', order: null });
  });

  it('goes on with an order whose outcome is open', () => {
    expect(takeSnapshot(lost(ordering))?.intent).toEqual(orderOf(ordering).intent);
  });
});

describe('after an order failed', () => {
  it.each([
    ['was never sent, unreachable', lost(checking, failed('unreachable', null, false)), true],
    ['was never sent, server broken', lost(checking, failed('failed', null, false)), true],
    ['was never sent, signed out', run(checking, failed('unauthorized', null, false)), true],
    ['was refused at the first attempt', run(ordering, failed('refused', 'limit-reached')), true],
    ['has no price, so that nothing is tried', run(ordering, failed('failed', 'price-unknown')), true],
    ['timed out on the way back', lost(ordering), false],
    ['broke off', lost(ordering, failed('unreachable')), false],
    ['made the server break', lost(ordering, failed('failed')), false],
    ['was lost, then the sign-in ended', run(ordering, failed('timeout'), failed('unauthorized')), false],
    [
      'was lost, then a question was refused',
      run(ordering, failed('timeout'), failed('refused', 'x', false)),
      false,
    ],
    [
      'was lost, then something in between refused',
      run(ordering, failed('timeout'), failed('refused')),
      false,
    ],
    [
      'was lost, then had no price',
      run(ordering, failed('timeout'), failed('failed', 'price-unknown')),
      false,
    ],
    [
      'was lost, then the server refused this very order',
      run(ordering, failed('timeout'), failed('refused', 'limit-reached')),
      true,
    ],
    [
      'was sent before a reload, then the sign-in ended',
      run(resumed, failed('unauthorized', null, false)),
      false,
    ],
    ['was accepted, then the sign-in ended', run(accepted, statusFailed('unauthorized')), false],
    ['was accepted, then forgotten by the server', run(accepted, statusFailed('refused')), false],
  ])('that %s, "not charged" is certain: %#', (_what, model, certain) => {
    expect(model.step).toBe('order');
    expect(orderOf(model).failure).not.toBeNull();
    expect(boughtNothing(orderOf(model))).toBe(certain);
    expect(stepBefore(model)).toBe(certain ? 'number' : null);
  });

  it('trying again after a clear no leads to the list, with the order gone', () => {
    const refused = run(ordering, failed('refused', 'limit-reached'));
    expect(wasRefused(orderOf(refused))).toBe(true);
    const { model, effects } = update(refused, { type: 'retry-wanted' });
    expect(model).toMatchObject({ step: 'number', order: null });
    expect(effects.filter((each) => each.type === 'order')).toEqual([]);
  });

  it('trying again after an unclear end sends the same order under the same key', () => {
    const { effects } = update(lost(ordering), { type: 'retry-wanted' });
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'order', intent: orderOf(ordering).intent }),
    );
  });

  it('an accepted order whose number the server has forgotten is sent again under its key', () => {
    const { effects } = update(run(accepted, statusFailed('refused')), { type: 'retry-wanted' });
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'order', intent: orderOf(accepted).intent }),
    );
  });

  it('an accepted order is asked about again, not sent again, after signing in anew', () => {
    const { effects } = update(run(accepted, statusFailed('unauthorized')), { type: 'retry-wanted' });
    expect(effects).toContainEqual({ type: 'poll', id: pending.id });
    expect(effects.filter((each) => each.type === 'order')).toEqual([]);
  });

  it('the flow tries twice more by itself, each time waiting longer, and then asks the customer', () => {
    let model = ordering;
    const waited: number[] = [];
    for (let attempt = 0; attempt < 3; attempt++) {
      const next = update(model, failed('unreachable'));
      model = next.model;
      for (const each of next.effects) if (each.type === 'start-timer') waited.push(each.milliseconds);
    }
    expect(waited).toEqual([1_500, 3_000]);
    expect(orderOf(model).failure?.kind).toBe('unreachable');
  });

  it('it does not try by itself while there is no connection', () => {
    const model = run(ordering, { type: 'connection-changed', online: false }, failed('unreachable'));
    expect(orderOf(model).failure?.kind).toBe('unreachable');
  });

  it('the page is told once, with the code and the words of the server', () => {
    const { effects } = update(ordering, failed('refused', 'limit-reached'));
    const told = effects.flatMap((each) => (each.type === 'tell' ? [each.news] : []));
    expect(told).toEqual([
      {
        type: 'error',
        step: 'order',
        failure: { kind: 'refused', code: 'limit-reached', field: null, detail: 'about limit-reached' },
      },
    ]);
  });
});

describe('an answer that comes too late', () => {
  const live = run(accepted, { type: 'status-answered', response: { number: owned() } });
  const another = run(
    live,
    { type: 'another-wanted' },
    { type: 'found', response: { numbers: oakland.slice(1), suggestions: aroundOakland } },
    { type: 'number-confirmed', key: 'key-2' },
    went,
  );

  it('about an earlier number does not end the next order', () => {
    const late: SetupInput = { type: 'status-answered', response: { number: owned() } };
    expect(update(another, late)).toEqual({ model: another, effects: [] });
  });

  it('about an earlier number does not make the next order fail', () => {
    expect(update(another, statusFailed('refused'))).toEqual({ model: another, effects: [] });
  });

  it('about the order changes nothing once the number is live', () => {
    const twice = update(live, { type: 'order-answered', response: { number: owned() } });
    expect(twice).toEqual({ model: live, effects: [] });
  });
});

describe('a number that came to nothing', () => {
  it.each([
    ['failed', { kind: 'declined', display: '(510) 555-0142' }],
    ['released', null],
  ] as const)('says what that means: %s', (status, notice) => {
    const answer: SetupInput = { type: 'status-answered', response: { number: owned({ status }) } };
    const model = run(accepted, answer);
    expect(model).toMatchObject({ step: 'number', order: null, search: { notice } });
  });

  it('is gone from the list, and the next offered one is chosen', () => {
    const taken = new ApiError('refused', 409, {
      type: '',
      title: '',
      status: 409,
      code: 'number-unavailable',
      detail: '',
      retryable: false,
      alternatives: ['+15105552665'],
    });
    const model = run(ordering, { type: 'order-failed', error: taken, sent: true });
    expect(model.search.selected).toBe('+15105552665');
    const left = model.search.numbers.map((each) => each.phoneNumber);
    expect(left).not.toContain('+15105550142');
    // The other alternatives of the order were tried too; the list does without them.
    expect(left).not.toContain('+15105550177');
    expect(model.search.notice).toEqual({ kind: 'taken', display: '(510) 555-0142' });
  });

  it('is searched anew when the list has nothing else', () => {
    const few = run(
      atList,
      { type: 'found', response: { numbers: oakland.slice(0, 2), suggestions: [] } },
      confirmed,
      went,
    );
    const { model, effects } = update(few, failed('refused', 'number-unavailable'));
    expect(model.search).toMatchObject({ status: 'searching', notice: { kind: 'taken' } });
    expect(effects.filter((each) => each.type === 'search')).toHaveLength(1);
  });
});

describe('leaving a slow order', () => {
  it('tells the page once, however often the button is pressed', () => {
    const first = update(accepted, { type: 'leave-wanted' });
    expect(first.effects).toEqual([{ type: 'tell', news: { type: 'left', phoneNumber: '+15105550142' } }]);
    expect(update(first.model, { type: 'leave-wanted' }).effects).toEqual([]);
  });

  it('does not stop it: the number goes live all the same', () => {
    const left = run(accepted, { type: 'leave-wanted' });
    const { model } = update(left, { type: 'status-answered', response: { number: owned() } });
    expect(model).toMatchObject({ step: 'live', order: null });
  });
});

describe('a connection that comes back', () => {
  const drop: SetupInput = { type: 'connection-changed', online: false };
  const back: SetupInput = { type: 'connection-changed', online: true };

  it.each([
    ['asks again about an accepted order', accepted, 'poll'],
    ['sends a lost order again', lost(ordering), 'order'],
    ['sends an order that never went out', lost(checking, failed('unreachable', null, false)), 'order'],
  ])('%s', (_what, model, effect) => {
    const { effects } = update(run(model, drop), back);
    expect(effects.map((each) => each.type)).toContain(effect);
  });

  it('does not repeat an order that was refused', () => {
    const refused = run(ordering, failed('refused', 'limit-reached'), drop);
    const { model, effects } = update(refused, back);
    expect(effects.map((each) => each.type)).not.toContain('order');
    expect(orderOf(model).failure?.code).toBe('limit-reached');
  });

  it('does nothing when it was never away', () => {
    expect(update(accepted, back)).toEqual({ model: accepted, effects: [] });
  });
});

function statusFailed(kind: ApiErrorKind): SetupInput {
  return { type: 'status-failed', error: new ApiError(kind, kind === 'refused' ? 404 : 401), id: owned().id };
}
