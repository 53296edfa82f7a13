import { toFailure } from '../setup/index.ts';
import { calm, type ForwardingEffect, type ForwardingTransition, turn } from './effect.ts';
import type { ForwardingInput } from './input.ts';
import type { ForwardingModel } from './model.ts';

/** The longest a customer is asked to wait before trying again is possible. */
const MOST_SECONDS = 600;

/** Shows what failed, in place of the view. */
export function fail(
  model: ForwardingModel,
  { during, error, waitSeconds: told = null }: ForwardingInput & { type: 'failed' },
): ForwardingTransition {
  const failure = toFailure(error);
  const waitSeconds = told !== null && told > 0 && told <= MOST_SECONDS ? told : null;
  const wait: ForwardingEffect[] = waitSeconds
    ? [{ type: 'start-timer', timer: 'again', milliseconds: waitSeconds * 1000 }]
    : [];
  return turn({ ...model, work: null, failure: { during, failure, waitSeconds } }, ...calm, ...wait, {
    type: 'tell',
    news: { type: 'error', failure },
  });
}
