import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundOakland, newTenant, oakland, owned } from '../../test/fake-api/index.ts';
import { ApiError } from '../api/index.ts';
import type { SetupEffect } from './effect.ts';
import type { SetupInput } from './input.ts';
import { initialModel, type SetupModel } from './model.ts';
import { update } from './update.ts';

const run = (model: SetupModel, ...inputs: SetupInput[]) =>
  inputs.reduce((present, input) => update(present, input).model, model);

const opened = (change: Parameters<typeof newTenant>[0] = {}): SetupInput => ({
  type: 'opened',
  setup: newTenant(change),
  snapshot: null,
});
const found: SetupInput = { type: 'found', response: { numbers: oakland, suggestions: aroundOakland } };
const confirmed: SetupInput = { type: 'number-confirmed', key: 'key-1' };
const atList = run(initialModel, opened(), found);

describe('the choice of ways', () => {
  it('starts with the way the server recommends', () => {
    const model = run(initialModel, opened({ paths: ['forward', 'buy'] }));
    expect(model).toMatchObject({ step: 'path', path: 'forward' });
  });

  it('hands a way over to the host that has no step here, and comes back', () => {
    const chosen = run(initialModel, opened({ paths: ['buy', 'port'] }), {
      type: 'path-selected',
      path: 'port',
    });
    const { model, effects } = update(chosen, { type: 'path-confirmed' });
    expect(model.step).toBe('handoff');
    expect(effects).toContainEqual({ type: 'tell', news: { type: 'path', path: 'port' } });
    expect(run(model, { type: 'back-wanted' }).step).toBe('path');
    expect(run(model, { type: 'buy-wanted' }).step).toBe('number');
  });

  it('loses no answer on the way back and forth', () => {
    const model = run(
      initialModel,
      opened({ paths: ['buy', 'forward'] }),
      { type: 'path-confirmed' },
      { type: 'query-typed', query: 'Berkeley' },
      { type: 'contains-typed', contains: 'cool' },
      { type: 'back-wanted' },
      { type: 'path-confirmed' },
    );
    expect(model.search).toMatchObject({ query: 'Berkeley', contains: 'cool' });
  });
});

describe('the list', () => {
  it('keeps the chosen number when a new list still has it', () => {
    const model = run(atList, { type: 'number-selected', phoneNumber: '+15105550177' }, found);
    expect(model.search.selected).toBe('+15105550177');
  });

  it('keeps the suggestions of the place while one of them is pressed', () => {
    const narrowed: SetupInput = { type: 'found', response: { numbers: oakland, suggestions: [] } };
    const model = run(atList, { type: 'area-code-toggled', areaCode: '415' }, narrowed);
    expect(model.search.suggestions).toEqual(aroundOakland);
  });

  it('cannot be confirmed while it is being replaced', () => {
    const typing = run(atList, { type: 'query-typed', query: 'B' });
    expect(update(typing, confirmed)).toEqual({ model: typing, effects: [] });
  });
});

describe('an order', () => {
  it('names the five numbers after the chosen one, and goes round at the end', () => {
    const last = oakland.at(-2)?.phoneNumber ?? '';
    const { order } = run(atList, { type: 'number-selected', phoneNumber: last }, confirmed);
    const expected = [9, 0, 1, 2, 3].map((index) => oakland[index]?.phoneNumber);
    expect(order?.intent.alternatives).toEqual(expected);
  });

  it('leaves no way back while it is uncertain', () => {
    const lost: SetupInput = { type: 'order-failed', error: new ApiError('timeout'), sent: true };
    const uncertain = run(atList, confirmed, { type: 'order-sent' }, lost, lost, lost);
    expect(uncertain.order?.failure?.kind).toBe('timeout');
    expect(run(uncertain, { type: 'back-wanted' }).step).toBe('order');
  });

  it('leads back to the list when it was never sent', () => {
    const lost: SetupInput = { type: 'order-failed', error: new ApiError('failed'), sent: false };
    const unsent = run(atList, confirmed, lost, lost, lost);
    expect(unsent.order?.failure?.kind).toBe('failed');
    expect(run(unsent, { type: 'back-wanted' }).step).toBe('number');
  });
});

const anyInput: fc.Arbitrary<SetupInput> = fc.oneof(
  fc.constantFrom<SetupInput>(
    opened(),
    opened({ paths: ['buy', 'forward', 'port'] }),
    opened({ numbers: [owned()] }),
    opened({ paths: [] }),
    found,
    confirmed,
    { type: 'found', response: { numbers: [], suggestions: [] } },
    { type: 'number-confirmed', key: 'key-2' },
    { type: 'path-confirmed' },
    { type: 'search-submitted' },
    { type: 'more-wanted' },
    { type: 'leave-wanted' },
    { type: 'retry-wanted' },
    { type: 'another-wanted' },
    { type: 'buy-wanted' },
    { type: 'back-wanted' },
    { type: 'order-sent' },
    { type: 'order-answered', response: { number: owned() } },
    { type: 'order-answered', response: { number: owned({ status: 'pending' }) } },
    { type: 'status-answered', response: { number: owned({ status: 'failed' }) } },
    { type: 'order-superseded', number: owned({ status: 'pending' }) },
    { type: 'start', online: true },
  ),
  fc.constantFrom('buy', 'forward', 'port').map((path): SetupInput => ({ type: 'path-selected', path })),
  fc.string().map((query): SetupInput => ({ type: 'query-typed', query })),
  fc.string().map((contains): SetupInput => ({ type: 'contains-typed', contains })),
  fc.boolean().map((online): SetupInput => ({ type: 'connection-changed', online })),
  fc
    .constantFrom('search', 'poll', 'resend', 'slow', 'long')
    .map((timer): SetupInput => ({ type: 'timer-rang', timer })),
  fc
    .tuple(
      fc.constantFrom('open-failed', 'search-failed', 'order-failed', 'status-failed'),
      fc.constantFrom('unreachable', 'timeout', 'unauthorized', 'refused', 'failed'),
    )
    .map(([type, kind]): SetupInput => ({ type, error: new ApiError(kind), sent: true, id: owned().id })),
);

const ordersIn = (effects: readonly SetupEffect[]) => effects.filter((each) => each.type === 'order');

describe('whatever happens, in whatever order', () => {
  it('an uncertain order keeps its key until the server has answered', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 40 }), (inputs) => {
        let model = initialModel;
        for (const input of inputs) {
          const before = model;
          const next = update(before, input);
          model = next.model;
          const key = before.step === 'order' && before.order?.intent.key;
          if (key && input.type !== 'opened' && input.type !== 'start') {
            for (const each of ordersIn(next.effects)) expect(each).toHaveProperty('intent.key', key);
          }
          expect(ordersIn(next.effects).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('a step that shows an order or a live number has one', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 40 }), (inputs) => {
        const model = run(initialModel, ...inputs);
        if (model.step === 'order') expect(model.order).not.toBeNull();
        if (model.step === 'live') expect(model.live).not.toBeNull();
      }),
    );
  });
});
