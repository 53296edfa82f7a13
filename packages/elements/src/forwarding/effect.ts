import type { Forwarding, SetupForwardingRequest } from '@numberkit/contract';
import type { Failure } from '../setup/index.ts';
import type { ForwardingModel, ForwardingView, WorkKind } from './model.ts';

/** The timers of a forwarding; starting one again replaces it. */
export type ForwardingTimer = 'slow' | 'long' | 'again';

/** What is wanted done. */
export type ForwardingEffect =
  | { readonly type: 'check'; readonly text: string }
  | { readonly type: 'start'; readonly request: SetupForwardingRequest }
  | { readonly type: 'cancel'; readonly forwardingId: string }
  | { readonly type: 'verify'; readonly forwardingId: string; readonly purpose: 'on' | 'off' }
  | { readonly type: 'follow'; readonly testId: string; readonly endsBy: string }
  | { readonly type: 'unfollow' }
  | { readonly type: 'refresh'; readonly forwardingId: string }
  | { readonly type: 'start-timer'; readonly timer: ForwardingTimer; readonly milliseconds: number }
  | { readonly type: 'stop-timer'; readonly timer: ForwardingTimer }
  | { readonly type: 'tell'; readonly news: ForwardingNews };

/** What the flow around it, and the page, are told. */
export type ForwardingNews =
  | { readonly type: 'changed'; readonly forwarding: Forwarding }
  | { readonly type: 'started' | 'verified' | 'broken' | 'off'; readonly forwarding: Forwarding }
  | { readonly type: 'left'; readonly to: 'path' | 'live' | 'port' }
  | { readonly type: 'error'; readonly failure: Failure };

/** The answer of the machine to one input. */
export interface ForwardingTransition {
  readonly model: ForwardingModel;
  readonly effects: readonly ForwardingEffect[];
}

/** @param effects in the order they are to happen */
export function turn(model: ForwardingModel, ...effects: ForwardingEffect[]): ForwardingTransition {
  return { model, effects };
}

/** Another view, with nothing failed and nothing under way. */
export function show(
  model: ForwardingModel,
  view: ForwardingView,
  ...effects: ForwardingEffect[]
): ForwardingTransition {
  return turn({ ...model, view, work: null, failure: null }, ...calm, ...effects);
}

/** Something is under way from now on. */
export function work(
  model: ForwardingModel,
  kind: WorkKind,
  ...effects: ForwardingEffect[]
): ForwardingTransition {
  return turn({ ...model, work: { kind, patience: 'fresh' }, failure: null }, ...effects, ...impatience);
}

const impatience: readonly ForwardingEffect[] = [
  { type: 'start-timer', timer: 'slow', milliseconds: 4_000 },
  { type: 'start-timer', timer: 'long', milliseconds: 15_000 },
];

/** Time is measured no longer. */
export const calm: readonly ForwardingEffect[] = [
  { type: 'stop-timer', timer: 'slow' },
  { type: 'stop-timer', timer: 'long' },
];
