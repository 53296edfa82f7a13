import { chosenCarrier, requestOf, standardOf } from './choices.ts';
import { type ForwardingTimer, type ForwardingTransition, show, turn, work } from './effect.ts';
import { fail } from './fail.ts';
import { adopt, followTest, resume, viewOf, wantTest } from './follow.ts';
import type { ForwardingInput } from './input.ts';
import { acceptLine, confirmLine, isAboutLine, leaveLine, refuseLine, typeLine, withLine } from './line.ts';
import type { CarrierAnswer, ForwardingModel } from './model.ts';
import { applyRemedy, showGuide } from './remedy.ts';

/** The forwarding of a line: one input in, the next model and what is to be done out. Pure. */
export function updateForwarding(model: ForwardingModel, input: ForwardingInput): ForwardingTransition {
  switch (input.type) {
    case 'start':
      return resume(model, input);
    case 'answered':
      return adopt(model, input);
    case 'test-answered':
      return followTest(model, input);
    case 'failed':
      return failWork(model, input);
    case 'test-wanted':
      return wantTest(model);
    case 'remedy-wanted':
      return applyRemedy(model);
    case 'guide-wanted':
      return showGuide(model, 'plan');
    case 'ask-wanted':
      return showGuide(model, 'ask');
    case 'stop-wanted':
      return stop(model);
    case 'again-wanted':
      return again(model);
    case 'leave-wanted':
      return turn(model, { type: 'tell', news: { type: 'left', to: input.to } });
    case 'retry-wanted':
      return retry(model);
    case 'back-wanted':
      return goBack(model);
    case 'shown':
      return refresh(model);
    case 'timer-rang':
      return ring(model, input.timer);
    case 'connection-changed':
      return changeConnection(model, input.online);
    default:
      return updateAnswers(model, input);
  }
}

type AnswerInput = Extract<
  ForwardingInput,
  {
    type:
      | 'line-typed'
      | 'line-left'
      | 'line-confirmed'
      | 'line-checked'
      | 'filter-typed'
      | 'more-wanted'
      | 'carrier-selected'
      | 'kind-selected'
      | 'carrier-confirmed'
      | 'condition-selected'
      | 'condition-confirmed';
  }
>;

function updateAnswers(model: ForwardingModel, input: AnswerInput): ForwardingTransition {
  switch (input.type) {
    case 'line-typed':
      return typeLine(model, input.text);
    case 'line-left':
      return leaveLine(model);
    case 'line-confirmed':
      return confirmLine(model);
    case 'line-checked':
      return acceptLine(model, input);
    case 'filter-typed':
      return turn(withCarrier(model, { filter: input.filter }));
    case 'more-wanted':
      return turn(withCarrier(model, { showsAll: true }));
    case 'carrier-selected':
      return turn(withCarrier(model, { id: input.id, kind: null }));
    case 'kind-selected':
      return turn(withCarrier(model, { kind: input.kind }));
    case 'carrier-confirmed':
      return confirmCarrier(model);
    case 'condition-selected':
      return turn({ ...model, condition: input.condition });
    case 'condition-confirmed':
      return begin(model);
  }
}

function withCarrier(model: ForwardingModel, change: Partial<CarrierAnswer>): ForwardingModel {
  return { ...model, carrier: { ...model.carrier, ...change } };
}

/** Nothing chosen means: not sure. */
function confirmCarrier(model: ForwardingModel): ForwardingTransition {
  if (model.view !== 'carrier' || !model.line.checked) return turn(model);
  const id = chosenCarrier(model)?.id ?? standardOf(model)?.id ?? null;
  return show(withCarrier(model, { id }), 'when');
}

function begin(model: ForwardingModel): ForwardingTransition {
  if (model.view !== 'when' || model.work) return turn(model);
  return work(model, 'start', { type: 'start', request: requestOf(model) });
}

function stop(model: ForwardingModel): ForwardingTransition {
  if (!model.forwarding || model.work) return turn(model);
  return work(model, 'cancel', { type: 'cancel', forwardingId: model.forwarding.id });
}

/** The same line the same way once more. */
function again(model: ForwardingModel): ForwardingTransition {
  const { forwarding } = model;
  if (!forwarding || model.work) return turn(model);
  const { alternative, carrier, condition, existingLine, lineKind } = forwarding;
  const request = {
    existingLine: existingLine.phoneNumber,
    carrierId: carrier.id,
    lineKind,
    condition,
    alternative,
  };
  return work(model, 'start', { type: 'start', request });
}

function failWork(model: ForwardingModel, input: ForwardingInput & { type: 'failed' }): ForwardingTransition {
  if (input.during === 'check') return refuseLine(model, input);
  if (model.work?.kind !== input.during) return turn(model);
  const code = input.error.problem?.code ?? null;
  if (input.during === 'start' && model.view === 'when' && isAboutLine(code)) {
    return refuseLine(withLine(model, { checked: null }), { ...input, text: model.line.text });
  }
  return fail(model, input);
}

function ring(model: ForwardingModel, timer: ForwardingTimer): ForwardingTransition {
  const { failure, work } = model;
  if (timer === 'again')
    return turn(failure ? { ...model, failure: { ...failure, waitSeconds: null } } : model);
  return turn(work ? { ...model, work: { ...work, patience: timer } } : model);
}

/** What failed is done once more. */
function retry(model: ForwardingModel): ForwardingTransition {
  if (!model.failure || model.failure.waitSeconds) return turn(model);
  const { during } = model.failure;
  const calm = { ...model, failure: null };
  if (during === 'start') return model.view === 'when' ? begin(calm) : again(calm);
  if (during === 'cancel') return stop(calm);
  if (during === 'check') return confirmLine(calm);
  if (during === 'follow' && model.test) {
    const { id, endsBy } = model.test;
    return work(calm, 'follow', { type: 'follow', testId: id, endsBy });
  }
  return wantTest(calm);
}

/** True where there is somewhere to go back to. A number that is being checked keeps nobody. */
export function canGoBack({ view, failure, work, way }: ForwardingModel): boolean {
  if (failure) return failure.during !== 'check';
  if (view === 'test') return true;
  if (work && work.kind !== 'check') return false;
  if (view === 'undo') return way !== 'plan';
  return view !== 'on' && view !== 'off' && view !== 'broken';
}

function goBack(model: ForwardingModel): ForwardingTransition {
  if (!canGoBack(model)) return turn(model);
  if (model.failure && model.view !== 'test') return turn({ ...model, failure: null });
  const { forwarding, view } = model;
  if (view === 'test') return showGuide(model, model.way);
  if (view === 'line') return turn(model, { type: 'tell', news: { type: 'left', to: 'path' } });
  if (view === 'carrier') return show(model, 'line');
  if (view === 'when') return show(model, 'carrier');
  if (forwarding && (forwarding.status !== 'setting-up' || model.way !== 'plan')) {
    return show({ ...model, way: 'plan' }, viewOf(forwarding));
  }
  return model.line.checked ? show(model, 'when') : show(model, 'line');
}

/** Another tab, or the watch, may have changed the forwarding while nobody looked. */
function refresh(model: ForwardingModel): ForwardingTransition {
  const { forwarding, view, work: underWay } = model;
  const shows = view === 'guide' || view === 'on' || view === 'broken' || view === 'undo';
  if (!forwarding || underWay || !shows) return turn(model);
  return turn(model, { type: 'refresh', forwardingId: forwarding.id });
}

/** A connection that comes back resumes by itself whatever its loss stopped. */
function changeConnection(model: ForwardingModel, online: boolean): ForwardingTransition {
  const next = { ...model, online };
  if (!online || model.online) return turn(next);
  const lost = model.failure?.failure.kind;
  if (lost === 'unreachable' || lost === 'timeout') return retry(next);
  return refresh(next);
}
