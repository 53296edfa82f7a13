import { boughtNothing } from './bought-nothing.ts';
import { type SetupEffect, type Transition, transition } from './effect.ts';
import type { SetupModel, SetupStep } from './model.ts';

/** Moves to another step and tells the page. */
export function goTo(model: SetupModel, step: SetupStep, ...effects: SetupEffect[]): Transition {
  return transition({ ...model, step }, { type: 'tell', news: { type: 'step', step } }, ...effects);
}

/** The step `Back` leads to from here; null where there is nowhere to go back to. */
export function stepBefore(model: SetupModel): SetupStep | null {
  const ways = model.setup?.paths.length ?? 0;
  if (model.step === 'handoff') return ways > 0 ? 'path' : null;
  // Once it is there, forwarding has a way back of its own.
  if (model.step === 'forward') return ways > 1 && !model.canForward ? 'path' : null;
  if (model.step === 'order') return model.order?.failure && boughtNothing(model.order) ? 'number' : null;
  if (model.step !== 'number') return null;
  if (model.another && model.live) return 'live';
  return ways > 1 ? 'path' : null;
}
