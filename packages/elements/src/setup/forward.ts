import type { Forwarding, SetupState } from '@numberkit/contract';
import { startPatience, stopPatience, type Transition, transition } from './effect.ts';
import type { SetupInput } from './input.ts';
import type { SetupModel } from './model.ts';
import type { Snapshot } from './snapshot.ts';
import { goTo } from './steps.ts';

/** Goes to forwarding, which is fetched first where it is not here yet. */
export function goForward(model: SetupModel): Transition {
  const next: SetupModel = { ...model, path: 'forward', opening: { patience: 'fresh', failure: null } };
  if (model.canForward) return goTo(next, 'forward');
  return goTo(next, 'forward', { type: 'load-forwarding' }, ...startPatience());
}

/** It is here, or could not be fetched. On the page of a live number its absence is no failure. */
export function showForwarding(
  model: SetupModel,
  { failure }: SetupInput & { type: 'forward-loaded' },
): Transition {
  if (!failure) return transition({ ...model, canForward: true }, ...stopPatience());
  if (model.step !== 'forward') return transition(model);
  return transition({ ...model, opening: { ...model.opening, failure } }, ...stopPatience(), {
    type: 'tell',
    news: { type: 'error', step: 'forward', failure },
  });
}

/**
 * True when the customer is to come back to forwarding: they were there, it is not finished and nothing else was
 * begun in this tab, or it has stopped working.
 */
export function opensForward(
  { forwardings, numbers, paths }: SetupState,
  snapshot: Snapshot | null,
): boolean {
  // One that was on screen and is off by now has left its number behind, which is shown then.
  if (snapshot?.step === 'forward' && forwardings.length + numbers.length === 0)
    return paths.includes('forward');
  if (snapshot?.step === 'forward') return forwardings.length > 0;
  return forwardings.some(({ status }) =>
    status === 'broken' ? snapshot?.step !== 'number' : status !== 'verified' && !snapshot,
  );
}

/** Keeps what the server says about a forwarding. Its number takes calls from the start: the page hears of it once. */
export function keepForwarding(model: SetupModel, forwarding: Forwarding): Transition {
  const { setup } = model;
  if (!setup) return transition(model);
  const { number } = forwarding;
  const others = setup.forwardings.filter((each) => each.id !== forwarding.id);
  const forwardings = forwarding.status === 'off' ? others : [forwarding, ...others];
  if (number.status !== 'active') return transition({ ...model, setup: { ...setup, forwardings } });
  const isKnown = setup.numbers.some((each) => each.id === number.id && each.status === 'active');
  const numbers = isKnown
    ? setup.numbers
    : [number, ...setup.numbers.filter((each) => each.id !== number.id)];
  const next: SetupModel = {
    ...model,
    setup: { ...setup, forwardings, numbers },
    live: model.live ?? { number, insteadOf: null },
    knownIds: isKnown ? model.knownIds : [...model.knownIds, number.id],
  };
  if (isKnown) return transition(next);
  return transition(next, { type: 'tell', news: { type: 'activated', number } });
}
