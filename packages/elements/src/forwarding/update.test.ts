import type { Forwarding, ForwardingRemedy, ForwardingTestOutcome } from '@numberkit/contract';
import { describe, expect, it } from 'vitest';
import { checkedLine, existingLine, forwardingOf, testOf } from '../../test/fake-api/index.ts';
import { ApiError } from '../api/index.ts';
import type { ForwardingTransition } from './effect.ts';
import type { ForwardingInput } from './input.ts';
import { type ForwardingModel, initialForwarding } from './model.ts';
import { cureOf } from './remedy.ts';
import { canGoBack, updateForwarding } from './update.ts';

/** Plays inputs one after the other. */
function play(...inputs: readonly ForwardingInput[]): ForwardingTransition {
  let last: ForwardingTransition = { model: initialForwarding, effects: [] };
  for (const input of inputs) last = updateForwarding(last.model, input);
  return last;
}

const start = (forwarding: Forwarding | null = null, snapshot = null): ForwardingInput => ({
  type: 'start',
  forwarding,
  snapshot,
  online: true,
});
const typed = (text: string): ForwardingInput => ({ type: 'line-typed', text });
const confirmed: ForwardingInput = { type: 'line-confirmed' };
const checked = (text: string): ForwardingInput => ({ type: 'line-checked', text, response: checkedLine() });
const refused = (code: string, text: string): ForwardingInput => ({
  type: 'failed',
  during: 'check',
  text,
  error: problem(code),
});
const problem = (code: string, status = 422) =>
  new ApiError('refused', status, {
    type: '',
    title: '',
    status,
    code,
    detail: '',
    retryable: false,
  });
const types = ({ effects }: ForwardingTransition) => effects.map((each) => each.type);
const text = existingLine.phoneNumber;
const atCarriers = [start(), typed(text), confirmed, checked(text)] as const;
const atWhen = [...atCarriers, { type: 'carrier-confirmed' }] as const;

describe('the number', () => {
  it('is asked about when the field is left, once', () => {
    const left = play(start(), typed(text), { type: 'line-left' });
    expect(left.effects).toContainEqual({ type: 'check', text });
    expect(types(updateForwarding(left.model, { type: 'line-left' }))).not.toContain('check');
  });

  it('goes on by itself when "Continue" was pressed before the answer', () => {
    expect(play(...atCarriers).model.view).toBe('carrier');
  });

  it('stays when the field was only left', () => {
    const { model } = play(start(), typed(text), { type: 'line-left' }, checked(text));
    expect(model).toMatchObject({ view: 'line', work: null });
    expect(updateForwarding(model, confirmed).model.view).toBe('carrier');
  });

  it('that was changed since is not what the answer is about', () => {
    const { model } = play(start(), typed(text), confirmed, typed('+15105550100'), checked(text));
    expect(model.line).toMatchObject({ text: '+15105550100', checked: null });
    expect(model.view).toBe('line');
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['510555', 'short'],
    ['call me', 'short'],
  ])('"%s" is %s without asking anybody', (written, expected) => {
    const { model, effects } = play(start(), typed(written), confirmed);
    expect(model.line.problem).toBe(expected);
    expect(effects).toEqual([]);
  });

  it.each([
    ['invalid-line', 'unknown'],
    ['line-not-allowed', 'not-allowed'],
    ['line-is-ours', 'ours'],
    ['test-limit-reached', 'too-often'],
    ['something-new', 'unknown'],
  ])('refused with %s is %s, under the field', (code, expected) => {
    const { model } = play(start(), typed(text), confirmed, refused(code, text));
    expect(model).toMatchObject({ view: 'line', work: null, failure: null });
    expect(model.line).toMatchObject({ problem: expected, wanted: false });
  });

  it('is not asked about again by walking through the field, but by pressing "Continue"', () => {
    const { model } = play(start(), typed(text), confirmed, refused('invalid-line', text));
    expect(types(updateForwarding(model, { type: 'line-left' }))).not.toContain('check');
    expect(types(updateForwarding(model, confirmed))).toContain('check');
  });

  it('refused only at the start leads back to its field', () => {
    const { model } = play(
      ...atWhen,
      { type: 'condition-confirmed' },
      {
        type: 'failed',
        during: 'start',
        error: problem('line-is-ours'),
      },
    );
    expect(model).toMatchObject({ view: 'line', work: null });
    expect(model.line.problem).toBe('ours');
  });
});

describe('the answers', () => {
  it('nobody gave mean: the standard, and what is recommended', () => {
    const { effects } = play(...atWhen, { type: 'condition-confirmed' });
    expect(effects).toContainEqual({
      type: 'start',
      request: { existingLine: text, carrierId: 'gsm', lineKind: 'mobile', condition: 'unanswered' },
    });
  });

  it('about a kind of line decide what can be chosen after', () => {
    const { effects } = play(
      ...atCarriers,
      { type: 'carrier-selected', id: 'us-verizon' },
      { type: 'kind-selected', kind: 'landline' },
      { type: 'carrier-confirmed' },
      { type: 'condition-confirmed' },
    );
    expect(effects).toContainEqual(
      expect.objectContaining({
        request: expect.objectContaining({ lineKind: 'landline', condition: 'all' }),
      }),
    );
  });

  it('are sent once, however often the button is pressed', () => {
    const { model } = play(...atWhen, { type: 'condition-confirmed' });
    expect(updateForwarding(model, { type: 'condition-confirmed' }).effects).toEqual([]);
  });

  it('outlive a look-up that suggests something else', () => {
    const again = checkedLine({ suggestion: { carrierId: 'us-cox', lineKind: 'landline' } });
    const { model } = play(
      ...atCarriers,
      { type: 'carrier-selected', id: 'us-verizon' },
      { type: 'back-wanted' },
      { type: 'line-checked', text: existingLine.display, response: again },
    );
    expect(model.carrier.id).toBe('us-verizon');
  });
});

describe('opening leads to', () => {
  it.each([
    ['setting-up', 'guide'],
    ['verified', 'on'],
    ['broken', 'broken'],
    ['cancelling', 'undo'],
    ['off', 'off'],
  ] as const)('what fits %s: %s', (status, view) => {
    expect(play(start(forwardingOf({ status }))).model.view).toBe(view);
  });

  it('a test that is under way, and follows it', () => {
    const { model, effects } = play(start(forwardingOf({ test: testOf({ stage: 'ringing' }) })));
    expect(model.view).toBe('test');
    expect(effects).toContainEqual(expect.objectContaining({ type: 'follow', testId: 'fwt_1' }));
  });

  it('the state of the server, when it is one nobody knows yet, as the guide', () => {
    // What a newer server may say.
    const status = 'paused' as Forwarding['status'];
    expect(play(start(forwardingOf({ status }))).model.view).toBe('guide');
  });
});

describe('a test', () => {
  const begun = forwardingOf();
  const done = (
    outcome: ForwardingTestOutcome,
    remedy: ForwardingRemedy | null,
    change = {},
  ): ForwardingInput => ({
    type: 'test-answered',
    response: {
      forwarding: { ...begun, status: outcome === 'verified' ? 'verified' : 'setting-up', ...change },
      test: testOf({ stage: 'done', outcome, remedy }),
    },
  });
  const wanted: ForwardingInput = { type: 'test-wanted' };

  it('is asked for once, however often the button is pressed', () => {
    const { model } = play(start(begun), wanted);
    expect(updateForwarding(model, wanted).effects).toEqual([]);
  });

  it('proves that it is on, and the page hears of it once', () => {
    const last = play(start(begun), wanted, done('verified', null));
    expect(last.model.view).toBe('on');
    const told = last.effects.filter((each) => each.type === 'tell' && each.news.type === 'verified');
    expect(told).toHaveLength(1);
    expect(updateForwarding(last.model, done('verified', null)).effects).toEqual([]);
  });

  it('that the customer has left says nothing to them any more', () => {
    const { model } = play(
      start(begun),
      wanted,
      { type: 'back-wanted' },
      done('not-forwarded', 'dial-again'),
    );
    expect(model).toMatchObject({ view: 'guide', test: null });
  });

  it.each([
    ['next-code', 0, 2, 'mobile', 'next-code'],
    ['next-code', 1, 2, 'mobile', 'ask'],
    ['settings', 1, 2, 'mobile', 'settings'],
    ['settings', 0, 1, 'app', 'guide'],
    ['ask-carrier', 0, 1, 'landline', 'ask'],
    ['dial-again', 0, 2, 'mobile', 'guide'],
    ['let-it-ring', 0, 2, 'mobile', 'test'],
    ['something-new', 0, 2, 'mobile', 'test'],
  ])(
    'whose remedy is %s (way %i of %i, %s) leads to: %s',
    (remedy, alternative, alternatives, lineKind, cure) => {
      // Both as a newer server may say them.
      const change = { alternative, alternatives, lineKind: lineKind as Forwarding['lineKind'] };
      const { model } = play(start(begun), wanted, done('not-forwarded', remedy as ForwardingRemedy, change));
      expect(cureOf(model)).toBe(cure);
    },
  );

  it('refused for now may be asked for again after the time the server names', () => {
    const soon: ForwardingInput = {
      type: 'failed',
      during: 'verify',
      error: problem('test-too-soon', 429),
      waitSeconds: 28,
    };
    const last = play(start(begun), wanted, soon);
    expect(last.effects).toContainEqual({ type: 'start-timer', timer: 'again', milliseconds: 28_000 });
    expect(updateForwarding(last.model, { type: 'retry-wanted' }).effects).toEqual([]);
    const { model } = updateForwarding(last.model, { type: 'timer-rang', timer: 'again' });
    expect(types(updateForwarding(model, { type: 'retry-wanted' }))).toContain('verify');
  });

  it('that was lost from sight is followed again, and no other call is placed', () => {
    const following: ForwardingInput = {
      type: 'test-answered',
      response: { forwarding: begun, test: testOf({ stage: 'calling' }) },
    };
    const lost: ForwardingInput = { type: 'failed', during: 'follow', error: new ApiError('unreachable') };
    const { effects } = play(start(begun), wanted, following, lost, { type: 'retry-wanted' });
    expect(effects.map((each) => each.type)).toContain('follow');
    expect(effects.map((each) => each.type)).not.toContain('verify');
  });
});

describe('a connection that comes back', () => {
  it('does again what its loss stopped', () => {
    const last = play(
      ...atWhen,
      { type: 'condition-confirmed' },
      { type: 'connection-changed', online: false },
      {
        type: 'failed',
        during: 'start',
        error: new ApiError('unreachable'),
      },
    );
    expect(types(updateForwarding(last.model, { type: 'connection-changed', online: true }))).toContain(
      'start',
    );
  });

  it('looks how the forwarding stands', () => {
    const last = play(start(forwardingOf()), { type: 'connection-changed', online: false });
    expect(types(updateForwarding(last.model, { type: 'connection-changed', online: true }))).toEqual([
      'refresh',
    ]);
  });
});

describe('another tab', () => {
  it('that proved it is caught up with when the page is looked at', () => {
    const { model, effects } = play(start(forwardingOf()), { type: 'shown' });
    expect(effects).toEqual([{ type: 'refresh', forwardingId: 'fwd_1' }]);
    const answer = {
      type: 'answered',
      to: 'refresh',
      forwarding: forwardingOf({ status: 'verified' }),
    } as const;
    expect(updateForwarding(model, answer).model.view).toBe('on');
  });

  it('does not take away a test that is on screen', () => {
    const { model } = play(start(forwardingOf()), { type: 'test-wanted' });
    const answer = {
      type: 'answered',
      to: 'refresh',
      forwarding: forwardingOf({ status: 'verified' }),
    } as const;
    expect(updateForwarding(model, answer).model.view).toBe('test');
  });
});

describe('Back', () => {
  it('leads out of the first view to the other ways', () => {
    const { effects } = play(start(), { type: 'back-wanted' });
    expect(effects).toEqual([{ type: 'tell', news: { type: 'left', to: 'path' } }]);
  });

  it.each(['on', 'off', 'broken'] as const)('is not there where something is proved: %s', (view) => {
    const model: ForwardingModel = { ...initialForwarding, view, forwarding: forwardingOf() };
    expect(canGoBack(model)).toBe(false);
    expect(updateForwarding(model, { type: 'back-wanted' }).effects).toEqual([]);
  });

  it('leads from the guide of one that is begun to its number, when the choices are not known any more', () => {
    const { model } = play(start(forwardingOf()), { type: 'back-wanted' });
    expect(model).toMatchObject({ view: 'line' });
    expect(model.line.text).toBe(existingLine.display);
  });
});
