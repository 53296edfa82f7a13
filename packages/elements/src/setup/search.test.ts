import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundOakland, newTenant, oakland } from '../../test/fake-api/index.ts';
import { ApiError, type ApiErrorKind } from '../api/index.ts';
import type { SetupEffect } from './effect.ts';
import type { SetupInput } from './input.ts';
import { initialModel, type SetupModel } from './model.ts';
import { SHOWN_AT_FIRST, shownNumbers } from './search.ts';
import { update } from './update.ts';

const run = (model: SetupModel, ...inputs: SetupInput[]) =>
  inputs.reduce((present, input) => update(present, input).model, model);
const found: SetupInput = { type: 'found', response: { numbers: oakland, suggestions: aroundOakland } };
const searching = run(initialModel, { type: 'opened', setup: newTenant(), snapshot: null });
const atList = run(searching, found);
const typed = (query: string): SetupInput => ({ type: 'query-typed', query });
const requestIn = (effects: readonly SetupEffect[]) =>
  effects.find((each) => each.type === 'search')?.request;
const timersIn = (effects: readonly SetupEffect[]) =>
  effects.flatMap((each) => (each.type === 'start-timer' ? [[each.timer, each.milliseconds]] : []));

function failed(kind: ApiErrorKind, code = 'invalid-request'): SetupInput {
  const problem = { type: '', title: '', status: 400, code, detail: '', retryable: false };
  return { type: 'search-failed', error: new ApiError(kind, 400, kind === 'refused' ? problem : null) };
}

describe('typing', () => {
  it('cancels what is being searched and waits 250 ms', () => {
    const { model, effects } = update(searching, typed('B'));
    expect(effects).toContainEqual({ type: 'cancel-search' });
    expect(timersIn(effects)).toEqual([['search', 250]]);
    expect(model.search.status).toBe('waiting');
  });

  it('widens again what a pressed suggestion had narrowed', () => {
    const narrowed = run(atList, { type: 'area-code-toggled', areaCode: '415' });
    expect(run(narrowed, typed('Berkeley')).search.areaCode).toBeNull();
    expect(run(narrowed, { type: 'contains-typed', contains: 'cool' }).search.areaCode).toBe('415');
  });

  it('keeps the old list in sight until there is a new one', () => {
    expect(run(atList, typed('Berkeley')).search.numbers).toEqual(oakland);
  });

  it('takes the notice about a lost number away', () => {
    const gone = new ApiError('refused', 422, {
      type: '',
      title: '',
      status: 422,
      code: 'number-restricted',
      detail: '',
      retryable: false,
    });
    const model = run(
      atList,
      { type: 'number-confirmed', key: 'k' },
      { type: 'order-failed', error: gone, sent: true },
    );
    expect(model.search.notice?.kind).toBe('declined');
    expect(run(model, typed('B')).search.notice).toBeNull();
  });
});

describe('what is sent to the server', () => {
  it('has every character that a keypad has, in capitals, and nothing shorter than two', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (contains) => {
        const waiting = run(atList, { type: 'contains-typed', contains });
        const request = requestIn(update(waiting, { type: 'timer-rang', timer: 'search' }).effects);
        expect(request?.contains ?? '00').toMatch(/^[0-9A-Z*]{2,}$/);
      }),
    );
  });

  it('has a trimmed place of at most 120 characters, or none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (query) => {
        const { effects } = update(run(atList, typed(query)), { type: 'search-submitted' });
        const request = requestIn(effects);
        expect((request?.query ?? 'x').length).toBeLessThanOrEqual(120);
        if (query.trim() === '') expect(request).not.toHaveProperty('query');
        else expect(query).toContain(request?.query);
      }),
    );
  });

  it('is for a place or for an area code, never for both', () => {
    const { effects } = update(atList, { type: 'area-code-toggled', areaCode: '415' });
    expect(requestIn(effects)).toEqual({ areaCode: '415', limit: 10 });
  });
});

describe('the numbers on screen', () => {
  it('are five, until the customer asks for more', () => {
    expect(shownNumbers(atList.search)).toHaveLength(SHOWN_AT_FIRST);
    expect(shownNumbers(run(atList, { type: 'more-wanted' }).search)).toHaveLength(oakland.length);
  });

  it('always have the chosen one among them', () => {
    fc.assert(
      fc.property(fc.nat(oakland.length - 1), fc.boolean(), (line, all) => {
        const selected = oakland[line]?.phoneNumber ?? '';
        const model = run(
          atList,
          ...(all || line >= SHOWN_AT_FIRST ? [{ type: 'more-wanted' } as const] : []),
          { type: 'number-selected', phoneNumber: selected },
          found,
        );
        expect(shownNumbers(model.search).map((each) => each.phoneNumber)).toContain(selected);
      }),
    );
  });

  it('have the first one chosen when the chosen one is no longer among them', () => {
    const later: SetupInput = { type: 'found', response: { numbers: oakland.slice(3), suggestions: [] } };
    expect(run(atList, later).search.selected).toBe(oakland[3]?.phoneNumber);
  });
});

describe('a search that fails', () => {
  it.each<ApiErrorKind>(['unreachable', 'timeout', 'unauthorized', 'failed'])(
    'is told at once when it is no matter of the words: %s',
    (kind) => {
      const typing = run(atList, typed('Oak'), { type: 'timer-rang', timer: 'search' });
      const { model, effects } = update(typing, failed(kind));
      expect(model.search).toMatchObject({ status: 'failed', numbers: [], selected: null });
      expect(effects.filter((each) => each.type === 'tell')).toHaveLength(1);
    },
  );

  it('is held back for a second while half a word may be the reason', () => {
    const typing = run(atList, typed('Oak'), { type: 'timer-rang', timer: 'search' });
    const { model, effects } = update(typing, failed('refused'));
    expect(model.search.status).toBe('searching');
    expect(timersIn(effects)).toEqual([['doubt', 1_000]]);
    expect(run(model, { type: 'timer-rang', timer: 'doubt' }).search.status).toBe('failed');
  });

  it('is never told when typing went on meanwhile', () => {
    const held = run(atList, typed('Oak'), { type: 'timer-rang', timer: 'search' }, failed('refused'));
    const { model, effects } = update(run(held, typed('Oakl')), { type: 'timer-rang', timer: 'doubt' });
    expect(model.search).toMatchObject({ status: 'waiting', failure: null });
    expect(effects).toEqual([]);
  });

  it('is repeated when the connection comes back, and only then', () => {
    const offline = run(searching, { type: 'connection-changed', online: false }, failed('unreachable'));
    const back = update(offline, { type: 'connection-changed', online: true });
    expect(requestIn(back.effects)).toEqual({ query: 'Oakland, CA', limit: 10 });
    const fine = run(atList, { type: 'connection-changed', online: false });
    expect(update(fine, { type: 'connection-changed', online: true }).effects).toEqual([]);
  });

  it('costs no patience twice: it is fresh again at the next try', () => {
    const slow = run(searching, { type: 'timer-rang', timer: 'slow' });
    expect(slow.search.patience).toBe('slow');
    expect(run(slow, failed('timeout'), { type: 'retry-wanted' }).search.patience).toBe('fresh');
  });
});

describe('a search that goes on while the customer is elsewhere', () => {
  const two = run(
    initialModel,
    { type: 'opened', setup: newTenant({ paths: ['buy', 'forward'] }), snapshot: null },
    { type: 'path-confirmed' },
  );

  it('is there when they come back, without a second request', () => {
    const { model, effects } = update(run(two, { type: 'back-wanted' }, found), { type: 'path-confirmed' });
    expect(model.search.status).toBe('found');
    expect(requestIn(effects)).toBeUndefined();
  });

  it('is made anew when it had failed', () => {
    const { effects } = update(run(two, { type: 'back-wanted' }, failed('timeout')), {
      type: 'path-confirmed',
    });
    expect(requestIn(effects)).toBeDefined();
  });
});
