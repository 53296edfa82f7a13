import { toFailure } from '../setup/index.ts';
import { calm, type ForwardingTransition, turn } from './effect.ts';
import type { ForwardingInput } from './input.ts';
import type { ForwardingModel } from './model.ts';

/** Shows what failed, in place of the view. */
export function fail(
  model: ForwardingModel,
  { during, error }: ForwardingInput & { type: 'failed' },
): ForwardingTransition {
  const failure = toFailure(error);
  return turn({ ...model, work: null, failure: { during, failure } }, ...calm, {
    type: 'tell',
    news: { type: 'error', failure },
  });
}
