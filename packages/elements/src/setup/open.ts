import type { SetupState, TenantNumber } from '@numberkit/contract';
import { type SetupEffect, startPatience, stopPatience, type Transition, transition } from './effect.ts';
import { toFailure } from './failure.ts';
import { goForward, opensForward } from './forward.ts';
import type { SetupInput } from './input.ts';
import type { Intent, SetupModel } from './model.ts';
import { awaitNumber, followNumber, placeOrder, resumeOrder } from './order.ts';
import { searchOrAsk } from './search.ts';
import type { Snapshot } from './snapshot.ts';
import { goTo } from './steps.ts';

/** Asks the server where this tenant stands. */
export function open(model: SetupModel): Transition {
  const opening = { patience: 'fresh', failure: null } as const;
  return transition({ ...model, step: 'opening', opening }, { type: 'load' }, ...startPatience());
}

/** Shows that asking failed. */
export function failOpening(model: SetupModel, input: SetupInput & { type: 'open-failed' }): Transition {
  const failure = toFailure(input.error);
  return transition({ ...model, opening: { ...model.opening, failure } }, ...stopPatience(), {
    type: 'tell',
    news: { type: 'error', step: 'opening', failure },
  });
}

/**
 * Goes to the step the customer should see: an order under way first, then a live number, then where they left
 * off, then the start. The server's word goes before what the tab remembers.
 */
export function resume(model: SetupModel, input: SetupInput & { type: 'opened' }): Transition {
  const opened = restore(model, input.setup, input.snapshot);
  const next = firstStep(opened, input.setup, input.snapshot);
  return { model: next.model, effects: [...stopPatience(), ...next.effects] };
}

function firstStep(model: SetupModel, setup: SetupState, snapshot: Snapshot | null): Transition {
  const intent = snapshot?.intent ?? null;
  const bought = intent && setup.numbers.find((each) => isNewFor(intent, model, each));
  if (intent && !bought) return resumeOrder(model, intent);
  // The order of this tab came through while the page was away: the page has not heard of it yet.
  if (intent && bought?.status === 'active') return followNumber(placeOrder(model, intent).model, bought);
  if (opensForward(setup, snapshot)) return goForward(model);
  const pending = bought ?? setup.numbers.find((each) => each.status === 'pending');
  if (pending) return awaitNumber(model, pending, intent ?? intentOf(pending));
  if (model.live && !(snapshot?.another && snapshot.step === 'number')) {
    return goTo({ ...model, another: false }, 'live', ...loadForwarding(setup));
  }
  if (setup.paths.length > 1 && snapshot?.step !== 'number') return goTo(model, 'path');
  if (setup.paths.length === 1 && setup.paths[0] === 'forward') return goForward(model);
  return startSearch(model, setup);
}

/** A line that forwards to the number is shown along with it. */
function loadForwarding({ forwardings }: SetupState): SetupEffect[] {
  return forwardings.length > 0 ? [{ type: 'load-forwarding' }] : [];
}

function startSearch(model: SetupModel, setup: SetupState): Transition {
  if (!setup.paths.includes('buy')) return goTo(model, setup.paths.length > 0 ? 'path' : 'handoff');
  return searchOrAsk({ ...model, step: 'number' }, { type: 'tell', news: { type: 'step', step: 'number' } });
}

function restore(model: SetupModel, setup: SetupState, snapshot: Snapshot | null): SetupModel {
  const active = setup.numbers.find((each) => each.status === 'active');
  const kept = snapshot && setup.paths.includes(snapshot.path) ? snapshot.path : undefined;
  return {
    ...model,
    setup,
    path: kept ?? setup.paths[0] ?? 'buy',
    another: snapshot?.another ?? false,
    knownIds: snapshot?.intent ? snapshot.knownIds : setup.numbers.map((each) => each.id),
    live: active ? { number: active, insteadOf: null } : null,
    search: {
      ...model.search,
      query: snapshot?.query ?? setup.tenant.location ?? '',
      areaCode: snapshot?.areaCode ?? null,
      contains: snapshot?.contains ?? '',
      selected: snapshot?.selected ?? null,
    },
  };
}

function isNewFor(intent: Intent, model: SetupModel, number: TenantNumber): boolean {
  if (number.status !== 'active' && number.status !== 'pending') return false;
  if (model.knownIds.includes(number.id)) return false;
  return number.phoneNumber === intent.phoneNumber || intent.alternatives.includes(number.phoneNumber);
}

/** An order this tab knows nothing of, begun elsewhere. Its key is never sent: the number has an id already. */
function intentOf(number: TenantNumber): Intent {
  return { key: '', phoneNumber: number.phoneNumber, display: number.display, alternatives: [] };
}
