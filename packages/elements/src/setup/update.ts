import { wasRefused } from './bought-nothing.ts';
import { startPatience, type TimerName, type Transition, transition } from './effect.ts';
import { goForward, keepForwarding, showForwarding } from './forward.ts';
import type { SetupInput } from './input.ts';
import type { Patience, SetupModel } from './model.ts';
import { failOpening, open, resume } from './open.ts';
import {
  checkAgain,
  confirmNumber,
  failOrder,
  failStatus,
  followNumber,
  followStatus,
  returnToList,
  withOrder,
} from './order.ts';
import {
  failSearch,
  searchNow,
  searchOrAsk,
  showFailure,
  showFound,
  toggleAreaCode,
  typeContains,
  typeQuery,
  withSearch,
} from './search.ts';
import { goTo, stepBefore } from './steps.ts';

/** The whole flow: one input in, the next model and what is to be done out. Pure. */
export function update(model: SetupModel, input: SetupInput): Transition {
  switch (input.type) {
    case 'start':
      return open({ ...model, online: input.online });
    // Asked twice, as after a lost connection, the second answer comes to a customer who has gone on.
    case 'opened':
      return model.step === 'opening' ? resume(model, input) : transition(model);
    case 'open-failed':
      return model.step === 'opening' ? failOpening(model, input) : transition(model);
    case 'path-selected':
      return transition({ ...model, path: input.path });
    case 'path-confirmed':
      return followPath(model);
    case 'number-confirmed':
      return model.step === 'number' ? confirmNumber(model, input.key) : transition(model);
    case 'order-sent':
      return transition(withOrder(model, { stage: 'ordering' }));
    case 'order-superseded':
      return followNumber(withOrder(model, { numberId: input.number.id }), input.number);
    case 'order-answered':
      return followNumber(model, input.response.number);
    case 'status-answered':
      return followStatus(model, input.response.number);
    case 'order-failed':
      return failOrder(model, input);
    case 'status-failed':
      return failStatus(model, input);
    case 'leave-wanted':
      return leave(model);
    case 'retry-wanted':
      return retry(model);
    case 'another-wanted':
      return wantAnother(model);
    case 'forward-wanted':
      return goForward(model);
    case 'forward-loaded':
      return showForwarding(model, input);
    case 'forward-changed':
      return keepForwarding(model, input.forwarding);
    case 'forward-left':
      return leaveForward(model, input.to);
    case 'buy-wanted':
      return followPath({ ...model, step: 'path', path: 'buy' });
    case 'back-wanted':
      return goBack(model);
    case 'timer-rang':
      return ring(model, input.timer);
    case 'connection-changed':
      return changeConnection(model, input.online);
    default:
      return updateSearch(model, input);
  }
}

type SearchInput = Extract<
  SetupInput,
  {
    type:
      | 'query-typed'
      | 'contains-typed'
      | 'search-submitted'
      | 'area-code-toggled'
      | 'found'
      | 'search-failed'
      | 'number-selected'
      | 'more-wanted';
  }
>;

function updateSearch(model: SetupModel, input: SearchInput): Transition {
  switch (input.type) {
    case 'query-typed':
      return typeQuery(model, input.query);
    case 'contains-typed':
      return typeContains(model, input.contains);
    case 'search-submitted':
      return searchNow(withSearch(model, { notice: null, typing: false }));
    case 'area-code-toggled':
      return toggleAreaCode(withSearch(model, { notice: null }), input.areaCode);
    case 'found':
      return showFound(model, input);
    case 'search-failed':
      return failSearch(model, input);
    case 'number-selected':
      return transition(withSearch(model, { selected: input.phoneNumber }));
    case 'more-wanted':
      return transition(withSearch(model, { showsAll: true }));
  }
}

function followPath(model: SetupModel): Transition {
  if (model.step !== 'path') return transition(model);
  if (model.path === 'forward') return goForward(model);
  if (model.path !== 'buy') {
    return goTo(model, 'handoff', { type: 'tell', news: { type: 'path', path: model.path } });
  }
  // Who has a number already, as from a forwarding that was begun, is not sold a second one by the way.
  if (model.live) return goTo(model, 'live');
  const { status } = model.search;
  if (status === 'found' || status === 'searching') return goTo(model, 'number');
  return searchOrAsk({ ...model, step: 'number' }, { type: 'tell', news: { type: 'step', step: 'number' } });
}

/** From forwarding: back to the ways, on to the number, or over to the host's own step for moving it. */
function leaveForward(model: SetupModel, to: 'path' | 'live' | 'port'): Transition {
  if (model.step !== 'forward') return transition(model);
  if (to === 'port') return followPath({ ...model, step: 'path', path: 'port' });
  const { paths = [], forwardings = [] } = model.setup ?? {};
  // Who has a number and no forwarding came from the number.
  const toNumber = to === 'live' || paths.length < 2 || forwardings.length === 0;
  return goTo(model, model.live && toNumber ? 'live' : 'path');
}

function goBack(model: SetupModel): Transition {
  const before = stepBefore(model);
  if (!before) return transition(model);
  if (model.step === 'order') return returnToList(model);
  return goTo(before === 'live' ? { ...model, another: false } : model, before);
}

function wantAnother(model: SetupModel): Transition {
  if (model.step !== 'live' || !model.live) return transition(model);
  const known = new Set([...model.knownIds, model.live.number.id]);
  const next = { ...model, another: true, knownIds: [...known], step: 'number' as const };
  return searchOrAsk(withSearch(next, { notice: null }), {
    type: 'tell',
    news: { type: 'step', step: 'number' },
  });
}

function leave(model: SetupModel): Transition {
  if (!model.order || model.order.left) return transition(model);
  const { phoneNumber } = model.order.intent;
  return transition(withOrder(model, { left: true }), { type: 'tell', news: { type: 'left', phoneNumber } });
}

function retry(model: SetupModel): Transition {
  if (model.step === 'opening' || model.step === 'handoff') return open(model);
  if (model.step === 'number') return searchNow(model);
  if (model.step === 'forward') return goForward(model);
  return askAgain(model);
}

/** An order begun elsewhere that the server has forgotten cannot be sent from here: ask where the tenant stands. */
function askAgain(model: SetupModel): Transition {
  const { order } = model;
  return order && !order.numberId && !order.intent.key ? open({ ...model, order: null }) : checkAgain(model);
}

function ring(model: SetupModel, timer: TimerName): Transition {
  const { order } = model;
  if (timer === 'search') return searchOrAsk(model);
  if (timer === 'doubt') return showFailure(model);
  if (timer === 'slow' || timer === 'long') return transition(losePatience(model, timer));
  if (model.step !== 'order' || !order) return transition(model);
  if (timer === 'poll' && order.numberId) return transition(model, { type: 'poll', id: order.numberId });
  if (timer === 'resend' && !order.failure) {
    return transition(model, { type: 'order', intent: order.intent, knownIds: model.knownIds });
  }
  return transition(model);
}

function losePatience(model: SetupModel, patience: Patience): SetupModel {
  if (model.step === 'opening' || model.step === 'forward') {
    return { ...model, opening: { ...model.opening, patience } };
  }
  if (model.step === 'order') return withOrder(model, { patience });
  return withSearch(model, { patience });
}

/** A connection that comes back resumes by itself whatever its loss stopped. */
function changeConnection(model: SetupModel, online: boolean): Transition {
  const next = { ...model, online };
  if (!online || model.online) return transition(next);
  if (model.step === 'opening') return open(next);
  if (model.step === 'forward' && model.opening.failure) return goForward(next);
  if (model.step === 'number' && model.search.status === 'failed') return searchNow(next);
  if (model.step === 'order' && model.order) {
    const stuck = model.order.failure && !wasRefused(model.order);
    if (stuck || model.order.numberId) return askAgain(next);
  }
  return transition(next, ...(model.step === 'order' ? startPatience() : []));
}
