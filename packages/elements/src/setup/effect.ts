import type { SearchNumbersRequest, SetupPath, TenantNumber } from '@numberkit/contract';
import type { Failure } from './failure.ts';
import type { Intent, SetupModel, SetupStep } from './model.ts';

/** The timers of the flow; starting one again replaces it. */
export type TimerName = 'search' | 'doubt' | 'poll' | 'resend' | 'slow' | 'long';

/** What the flow wants done. It never does it itself. */
export type SetupEffect =
  | { readonly type: 'load' }
  | { readonly type: 'load-forwarding' }
  | { readonly type: 'search'; readonly request: SearchNumbersRequest }
  | { readonly type: 'cancel-search' }
  | { readonly type: 'order'; readonly intent: Intent; readonly knownIds: readonly string[] }
  | { readonly type: 'poll'; readonly id: string }
  | { readonly type: 'start-timer'; readonly timer: TimerName; readonly milliseconds: number }
  | { readonly type: 'stop-timer'; readonly timer: TimerName }
  | { readonly type: 'tell'; readonly news: SetupNews };

/** What the page is told. */
export type SetupNews =
  | { readonly type: 'step'; readonly step: SetupStep }
  | { readonly type: 'activated'; readonly number: TenantNumber }
  | { readonly type: 'path'; readonly path: SetupPath }
  | { readonly type: 'left'; readonly phoneNumber: string }
  | { readonly type: 'error'; readonly step: SetupStep; readonly failure: Failure };

/** The answer of the machine to one input. */
export interface Transition {
  readonly model: SetupModel;
  readonly effects: readonly SetupEffect[];
}

/** @param effects in the order they are to happen */
export function transition(model: SetupModel, ...effects: SetupEffect[]): Transition {
  return { model, effects };
}

/** The two effects that measure patience from now on. */
export function startPatience(): SetupEffect[] {
  return [
    { type: 'start-timer', timer: 'slow', milliseconds: 4_000 },
    { type: 'start-timer', timer: 'long', milliseconds: 15_000 },
  ];
}

/** The two effects that stop measuring. */
export function stopPatience(): SetupEffect[] {
  return [
    { type: 'stop-timer', timer: 'slow' },
    { type: 'stop-timer', timer: 'long' },
  ];
}
