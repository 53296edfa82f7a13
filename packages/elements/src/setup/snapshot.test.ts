import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundOakland, createFakeApi, newTenant, oakland, owned } from '../../test/fake-api/index.ts';
import { createStorage, startSession } from '../../test/session.ts';
import type { SetupInput } from './input.ts';
import { initialModel, type SetupModel } from './model.ts';
import { parseSnapshot, takeSnapshot } from './snapshot.ts';
import { update } from './update.ts';

const KEY = 'numberkit:setup:acme';
const run = (model: SetupModel, ...inputs: SetupInput[]) =>
  inputs.reduce((present, input) => update(present, input).model, model);
const opened: SetupInput = {
  type: 'opened',
  setup: newTenant({ paths: ['buy', 'forward'] }),
  snapshot: null,
};
const found: SetupInput = { type: 'found', response: { numbers: oakland, suggestions: aroundOakland } };

/** A customer at the list, with any answers. */
const answers = fc.record({
  query: fc.string({ unit: 'grapheme', maxLength: 60 }),
  contains: fc.string({ maxLength: 10 }),
  areaCode: fc.constantFrom('510', '415', null),
  line: fc.nat(oakland.length - 1),
});

function atList({
  query,
  contains,
  areaCode,
  line,
}: typeof answers extends fc.Arbitrary<infer A> ? A : never) {
  return run(
    initialModel,
    opened,
    { type: 'path-confirmed' },
    { type: 'query-typed', query },
    { type: 'contains-typed', contains },
    ...(areaCode ? [{ type: 'area-code-toggled', areaCode } as const] : []),
    found,
    { type: 'number-selected', phoneNumber: oakland[line]?.phoneNumber ?? '' },
  );
}

/** What a reload makes of a model, with the server where it was. */
function reloaded(model: SetupModel): SetupModel {
  const snapshot = parseSnapshot(JSON.stringify(takeSnapshot(model)));
  return run(initialModel, { type: 'opened', setup: model.setup ?? newTenant(), snapshot });
}

describe('a snapshot', () => {
  it('brings any answers back as they were, and the same number once it is found again', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const before = atList(given);
        const after = run(reloaded(before), found);
        const { query, contains, areaCode, selected } = before.search;
        expect(after.step).toBe('number');
        expect(after.search).toMatchObject({ query, contains, areaCode, selected });
      }),
    );
  });

  it('of a snapshot restored is the same snapshot', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const before = atList(given);
        expect(takeSnapshot(reloaded(before))).toEqual(takeSnapshot(before));
      }),
    );
  });

  it('brings an order back under its own key, with what it may buy and what was there before', () => {
    const model = run(initialModel, opened, { type: 'path-confirmed' }, found, {
      type: 'number-confirmed',
      key: 'key-1',
    });
    const after = reloaded(model);
    expect(after.order?.intent).toEqual(model.order?.intent);
    expect(after.knownIds).toEqual(model.knownIds);
  });

  it('keeps no number, price or greeting: only answers and the order', () => {
    const model = run(initialModel, opened, { type: 'path-confirmed' }, found);
    expect(Object.keys(takeSnapshot(model) ?? {}).sort()).toEqual(
      [
        'version',
        'step',
        'path',
        'query',
        'areaCode',
        'contains',
        'selected',
        'another',
        'knownIds',
        'intent',
      ].sort(),
    );
  });

  it('forgets the order once it is over', () => {
    const live = run(
      initialModel,
      opened,
      { type: 'path-confirmed' },
      found,
      { type: 'number-confirmed', key: 'key-1' },
      { type: 'order-answered', response: { number: owned() } },
    );
    expect(takeSnapshot(live)).toMatchObject({ step: 'live', intent: null });
  });
});

describe('what is found in place of a snapshot', () => {
  const whole = takeSnapshot(run(initialModel, opened, found));

  it.each([
    ['nothing', null],
    ['cut-off JSON', JSON.stringify(whole).slice(0, -2)],
    ['another version', JSON.stringify({ ...whole, version: 0 })],
    ['a later version', JSON.stringify({ ...whole, version: 2 })],
    ['a version and nothing else', '{"version":1}'],
    ['an order without alternatives', JSON.stringify({ ...whole, intent: { key: 'k', phoneNumber: '+1' } })],
    ['an order that is a word', JSON.stringify({ ...whole, intent: 'order' })],
    ['a list of ids that is none', JSON.stringify({ ...whole, knownIds: 'num_1' })],
    ['an answer that is a number', JSON.stringify({ ...whole, query: 7 })],
  ])('counts as nothing: %s', async (_what, text) => {
    expect(parseSnapshot(text)).toBeNull();
    const storage = createStorage();
    if (text !== null) storage.setItem(KEY, text);
    const { session } = await startSession(createFakeApi(), storage);
    expect(session.model).toMatchObject({
      step: 'number',
      search: { query: 'Oakland, CA', status: 'found' },
    });
  });

  it('never keeps the customer from opening, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.json(),
        fc.dictionary(fc.constantFrom(...Object.keys(whole ?? {})), fc.jsonValue()),
        async (text, damage) => {
          for (const stored of [text, JSON.stringify({ ...whole, ...damage })]) {
            const storage = createStorage();
            storage.setItem(KEY, stored);
            const { session } = await startSession(createFakeApi(), storage);
            expect(session.model.opening.failure).toBeNull();
            expect(session.model.step).not.toBe('opening');
            session.stop();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
