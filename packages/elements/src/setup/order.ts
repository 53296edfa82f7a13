import type { TenantNumber } from '@numberkit/contract';
import { wasRefused } from './bought-nothing.ts';
import { type SetupEffect, startPatience, stopPatience, type Transition, transition } from './effect.ts';
import { didNothing, type Failure, toFailure } from './failure.ts';
import type { SetupInput } from './input.ts';
import type { Intent, Order, SetupModel } from './model.ts';
import { searchNow, withSearch } from './search.ts';
import { goTo } from './steps.ts';

const MOST_ALTERNATIVES = 5;
const MOST_RESENDS = 2;

/** "Get number": the chosen number, and the ones after it in case somebody is faster. */
export function confirmNumber(model: SetupModel, key: string): Transition {
  const { numbers, selected, status } = model.search;
  const index = numbers.findIndex((each) => each.phoneNumber === selected);
  const chosen = numbers[index];
  if (!chosen || status !== 'found') return transition(model);
  const others = [...numbers.slice(index + 1), ...numbers.slice(0, index)];
  return placeOrder(withSearch(model, { notice: null }), {
    key,
    phoneNumber: chosen.phoneNumber,
    display: chosen.display,
    alternatives: others.slice(0, MOST_ALTERNATIVES).map((each) => each.phoneNumber),
  });
}

/** Sends an order; the same intent may be sent any number of times. */
export function placeOrder(model: SetupModel, intent: Intent): Transition {
  const order: Order = {
    intent,
    stage: 'checking',
    patience: 'fresh',
    resends: 0,
    polls: 0,
    numberId: null,
    doubtful: false,
    left: false,
    failure: null,
  };
  const send: SetupEffect = { type: 'order', intent, knownIds: model.knownIds };
  return goTo({ ...model, order }, 'order', send, ...startPatience());
}

/** Sends an order of which it is unknown whether it was sent before. */
export function resumeOrder(model: SetupModel, intent: Intent): Transition {
  const placed = placeOrder(model, intent);
  return { ...placed, model: withOrder(placed.model, { stage: 'ordering', doubtful: true }) };
}

/** Waits for a number the server has accepted but the carrier has not confirmed. */
export function awaitNumber(model: SetupModel, number: TenantNumber, intent: Intent): Transition {
  const placed = placeOrder(model, intent).model;
  const next = withOrder(placed, { stage: 'confirming', numberId: number.id });
  return goTo(next, 'order', { type: 'poll', id: number.id }, ...startPatience());
}

/** The answer to the question how a number stands. One that comes late is about an order that is over. */
export function followStatus(model: SetupModel, number: TenantNumber): Transition {
  return model.order?.numberId === number.id ? followNumber(model, number) : transition(model);
}

/** The server's answer to the order. */
export function followNumber(model: SetupModel, number: TenantNumber): Transition {
  if (!model.order || model.step !== 'order') return transition(model);
  if (number.status === 'active') return goLive(model, number);
  if (number.status === 'failed') return chooseAgain(model, 'declined', []);
  if (number.status !== 'pending') return returnToList(model);
  const next = withOrder(model, {
    stage: 'confirming',
    numberId: number.id,
    failure: null,
    polls: model.order.polls + 1,
  });
  return transition(next, pollLater(model.order.polls));
}

/** Sends the order again under its key, or asks again how it stands; either is safe. */
export function checkAgain(model: SetupModel): Transition {
  const { order } = model;
  if (!order) return transition(model);
  if (wasRefused(order)) return returnToList(model);
  const next = withOrder(model, { failure: null, patience: 'fresh' });
  const ask: SetupEffect = order.numberId
    ? { type: 'poll', id: order.numberId }
    : { type: 'order', intent: order.intent, knownIds: model.knownIds };
  return transition(next, ask, ...startPatience());
}

/**
 * No answer to the order. A clear no leads back to the list. Anything else leaves open whether the number was
 * bought, so the same order is sent again under the same key, first by itself and then by the customer.
 */
export function failOrder(model: SetupModel, input: SetupInput & { type: 'order-failed' }): Transition {
  const { order } = model;
  if (!order) return transition(model);
  const failure = toFailure(input.error);
  if (failure.code === 'number-unavailable') {
    return chooseAgain(model, 'taken', input.error.problem?.alternatives ?? []);
  }
  if (failure.code === 'number-restricted') return chooseAgain(model, 'declined', []);
  const refused = didNothing(failure);
  // Once an attempt was lost, only the server's no to this very order shows that nothing was bought.
  const clear = refused && (!order.doubtful || (input.sent && failure.kind === 'refused' && !!failure.code));
  const doubtful = !clear && (order.doubtful || input.sent);
  if (!refused && model.online && order.resends < MOST_RESENDS) {
    const resends = order.resends + 1;
    const milliseconds = 1_500 * resends;
    return transition(withOrder(model, { resends, doubtful }), {
      type: 'start-timer',
      timer: 'resend',
      milliseconds,
    });
  }
  return stopOrder(withOrder(model, { doubtful }), failure);
}

/** Asking how it stands failed: ask again, unless the server no longer knows the number or the customer. */
export function failStatus(model: SetupModel, input: SetupInput & { type: 'status-failed' }): Transition {
  const { order } = model;
  if (order?.numberId !== input.id) return transition(model);
  const failure = toFailure(input.error);
  if (!didNothing(failure)) {
    return transition(withOrder(model, { polls: order.polls + 1 }), pollLater(order.polls));
  }
  const forgotten = failure.kind === 'refused' && { numberId: null, doubtful: true };
  return stopOrder(withOrder(model, { ...forgotten }), failure);
}

function stopOrder(model: SetupModel, failure: Failure): Transition {
  return transition(withOrder(model, { failure }), ...stopPatience(), {
    type: 'tell',
    news: { type: 'error', step: 'order', failure },
  });
}

/** Back to the list after a clear no. The order is over: the next one gets a key of its own. */
export function returnToList(model: SetupModel): Transition {
  return searchNow({ ...model, step: 'number', order: null }, ...stopPatience(), {
    type: 'tell',
    news: { type: 'step', step: 'number' },
  });
}

/** Changes some of the order and nothing else. */
export function withOrder(model: SetupModel, change: Partial<Order>): SetupModel {
  return model.order ? { ...model, order: { ...model.order, ...change } } : model;
}

function goLive(model: SetupModel, number: TenantNumber): Transition {
  const insteadOf = number.substituted ? (model.order?.intent.display ?? null) : null;
  const next = { ...model, order: null, another: false, live: { number, insteadOf } };
  return goTo(
    next,
    'live',
    ...stopPatience(),
    { type: 'stop-timer', timer: 'poll' },
    {
      type: 'tell',
      news: { type: 'activated', number },
    },
  );
}

function chooseAgain(model: SetupModel, kind: 'taken' | 'declined', offered: readonly string[]): Transition {
  const { intent } = model.order ?? {};
  const gone = new Set([intent?.phoneNumber, ...(kind === 'taken' ? (intent?.alternatives ?? []) : [])]);
  for (const each of offered) gone.delete(each);
  const left = model.search.numbers.filter((each) => !gone.has(each.phoneNumber));
  const best = left.find((each) => offered.includes(each.phoneNumber)) ?? left[0];
  const notice = intent ? { kind, display: intent.display } : null;
  const next = withSearch(model, {
    notice,
    numbers: left,
    selected: best?.phoneNumber ?? offered[0] ?? null,
  });
  if (!best) return returnToList(next);
  return goTo({ ...withSearch(next, { status: 'found' }), order: null }, 'number', ...stopPatience());
}

function pollLater(polls: number): SetupEffect {
  return {
    type: 'start-timer',
    timer: 'poll',
    milliseconds: Math.min(8_000, Math.round(800 * 1.5 ** polls)),
  };
}
