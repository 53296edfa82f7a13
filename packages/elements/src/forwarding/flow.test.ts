import type { Forwarding, ForwardingTest } from '@numberkit/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedLine, existingLine, forwardingOf, testOf } from '../../test/fake-api/index.ts';
import { ApiError } from '../api/index.ts';
import type { ForwardingEffect } from './effect.ts';
import type { ForwardingInput } from './input.ts';
import { type ForwardingModel, initialForwarding } from './model.ts';
import { takeForwardingSnapshot } from './snapshot.ts';
import { updateForwarding } from './update.ts';

const statuses: readonly Forwarding['status'][] = ['setting-up', 'verified', 'broken', 'cancelling', 'off'];
const remedies = ['next-code', 'dial-again', 'settings', 'ask-carrier', 'test-again', null] as const;

const tests: fc.Arbitrary<ForwardingTest> = fc
  .record({
    id: fc.constantFrom('fwt_1', 'fwt_2'),
    stage: fc.constantFrom<ForwardingTest['stage']>('queued', 'calling', 'ringing', 'came-back', 'done'),
    outcome: fc.constantFrom('verified', 'off', 'not-forwarded', 'busy', 'still-forwarded', 'unclear'),
    remedy: fc.constantFrom(...remedies),
    purpose: fc.constantFrom('on', 'off'),
  })
  .map((change) => testOf({ ...change, outcome: change.stage === 'done' ? change.outcome : null }));

/** As a server keeps them: what a test has proved and the state go together. */
const forwardings: fc.Arbitrary<Forwarding> = fc
  .record({
    status: fc.constantFrom(...statuses),
    test: fc.option(tests),
    alternative: fc.nat(2),
    lineKind: fc.constantFrom('mobile', 'landline', 'app'),
  })
  .map((change) => forwardingOf({ ...change, alternatives: 3 }));

const answers = fc.tuple(forwardings, tests).map(([forwarding, test]) => ({
  test,
  forwarding: { ...forwarding, status: statusAfter(forwarding, test) },
}));

function statusAfter({ status }: Forwarding, { outcome }: ForwardingTest): Forwarding['status'] {
  if (outcome === 'verified' || outcome === 'off') return outcome;
  return status;
}

const simple = [
  'line-left',
  'line-confirmed',
  'more-wanted',
  'carrier-confirmed',
  'condition-confirmed',
  'test-wanted',
  'remedy-wanted',
  'guide-wanted',
  'ask-wanted',
  'stop-wanted',
  'again-wanted',
  'retry-wanted',
  'back-wanted',
  'shown',
] as const;

const inputs: fc.Arbitrary<ForwardingInput> = fc.oneof(
  fc.constantFrom(...simple).map((type) => ({ type })),
  fc
    .constantFrom('', '510', existingLine.phoneNumber, existingLine.display)
    .map((text) => ({ type: 'line-typed' as const, text })),
  fc
    .constantFrom(existingLine.phoneNumber, existingLine.display)
    .map((text) => ({ type: 'line-checked' as const, text, response: checkedLine() })),
  fc.constantFrom('us-verizon', 'us-cox', 'nobody').map((id) => ({ type: 'carrier-selected' as const, id })),
  fc
    .constantFrom('all', 'unanswered')
    .map((condition) => ({ type: 'condition-selected' as const, condition })),
  fc
    .tuple(forwardings, fc.constantFrom('start', 'cancel', 'refresh'))
    .map(([forwarding, to]) => ({ type: 'answered' as const, forwarding, to })),
  answers.map((response) => ({ type: 'test-answered' as const, response })),
  fc
    .tuple(
      fc.constantFrom('check', 'start', 'cancel', 'verify', 'follow'),
      fc.constantFrom('unreachable', 'timeout', 'unauthorized', 'refused', 'failed'),
    )
    .map(([during, kind]) => ({
      type: 'failed' as const,
      during,
      error: new ApiError(kind),
      text: existingLine.phoneNumber,
    })),
  fc.constantFrom('slow', 'long', 'again').map((timer) => ({ type: 'timer-rang' as const, timer })),
  fc.boolean().map((online) => ({ type: 'connection-changed' as const, online })),
);

const opened = fc
  .option(forwardings)
  .map((forwarding): ForwardingInput => ({ type: 'start', forwarding, snapshot: null, online: true }));

/** Plays any inputs in any order; `law` holds at every moment. */
function live(
  law: (
    model: ForwardingModel,
    effects: readonly ForwardingEffect[],
    before: ForwardingModel,
    input: ForwardingInput,
  ) => void,
) {
  fc.assert(
    fc.property(opened, fc.array(inputs, { maxLength: 40 }), (first, more) => {
      let model = initialForwarding;
      for (const input of [first, ...more]) {
        const next = updateForwarding(model, input);
        law(next.model, next.effects, model, input);
        model = next.model;
      }
    }),
    { numRuns: 1_500 },
  );
}

describe('whatever happens to a forwarding, in any order', () => {
  it('"it works" and "it is off" are said only when the server says so', () => {
    live(({ view, forwarding }) => {
      if (view === 'on') expect(forwarding?.status).toBe('verified');
      if (view === 'off') expect(forwarding?.status).toBe('off');
    });
  });

  it('the page hears that it is proved only when the server says so', () => {
    live((_model, effects) => {
      for (const effect of effects) {
        if (effect.type !== 'tell' || (effect.news.type !== 'verified' && effect.news.type !== 'off'))
          continue;
        expect(effect.news.forwarding.status).toBe(effect.news.type);
      }
    });
  });

  it('no call is asked for that the customer did not ask for', () => {
    const wishes = new Set(['test-wanted', 'remedy-wanted', 'retry-wanted', 'connection-changed']);
    live((_model, effects, _before, input) => {
      const calls = effects.filter((each) => each.type === 'verify');
      expect(calls.length).toBeLessThanOrEqual(wishes.has(input.type) ? 1 : 0);
    });
  });

  it('nothing is asked for twice at once', () => {
    live((_model, effects, before, input) => {
      const asked = effects.filter(({ type }) => type === 'start' || type === 'cancel' || type === 'verify');
      if (before.work && ['start', 'cancel', 'verify'].includes(before.work.kind) && !before.failure) {
        if (input.type !== 'start') expect(asked).toEqual([]);
      }
      expect(asked.length).toBeLessThanOrEqual(1);
    });
  });

  it('a view that shows a forwarding has one', () => {
    live(({ view, forwarding }) => {
      if (!['line', 'carrier', 'when'].includes(view)) expect(forwarding).not.toBeNull();
    });
  });

  it('Back never loses an answer', () => {
    live((model, _effects, before, input) => {
      if (input.type !== 'back-wanted') return;
      expect(model.line.text).toBe(before.line.text);
      expect(model.carrier).toEqual(before.carrier);
      expect(model.condition).toBe(before.condition);
    });
  });

  it('a reload comes back to where the customer was, or to what the server has proved since', () => {
    live((model) => {
      const snapshot = takeForwardingSnapshot(model);
      const { forwarding } = model;
      const again = updateForwarding(initialForwarding, {
        type: 'start',
        forwarding,
        snapshot,
        online: true,
      }).model;
      expect(again.line.text).toBe(model.line.text || (forwarding ? again.line.text : ''));
      if (model.forwarding && model.view === 'guide' && !model.forwarding.test) {
        expect(['guide', 'undo', 'off']).toContain(again.view);
      }
    });
  });
});
