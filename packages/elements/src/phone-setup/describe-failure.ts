import type { IconName } from '../icons/index.ts';
import type { Locale, PanelWords } from '../locale/index.ts';
import { boughtNothing, type Failure, type Order, type SetupModel } from '../setup/index.ts';

/** A failure that takes the whole step. */
export interface DescribedFailure {
  readonly words: PanelWords;
  readonly drawing: IconName;
}

/** The failure the customer must be told about instead of the step; null when there is none. */
export function describeFailure(model: SetupModel, locale: Locale): DescribedFailure | null {
  if ((model.step === 'opening' || model.step === 'forward') && model.opening.failure) {
    return describeOpening(model.opening.failure, model.online, locale);
  }
  if (model.step === 'order' && model.order?.failure) {
    return describeOrder(model.order, model.order.failure, model.online, locale);
  }
  return null;
}

function describeOpening(failure: Failure, online: boolean, locale: Locale): DescribedFailure {
  const words = locale.failure;
  if (!online) return { words: words.offline, drawing: 'offline' };
  if (failure.kind === 'unreachable') return { words: words.unreachable, drawing: 'offline' };
  if (failure.kind === 'timeout') return { words: words.timeout, drawing: 'alert' };
  if (failure.kind === 'unauthorized') return { words: words.unauthorized, drawing: 'alert' };
  return { words: words.failed, drawing: 'alert' };
}

function describeOrder(order: Order, failure: Failure, online: boolean, locale: Locale): DescribedFailure {
  const words = locale.failure;
  if (!boughtNothing(order)) {
    if (failure.kind === 'unauthorized') return { words: words.unauthorized, drawing: 'alert' };
    return { words: words.orderUnknown, drawing: online ? 'alert' : 'offline' };
  }
  if (failure.kind === 'unauthorized') {
    const body = `${locale.notCharged} ${words.unauthorized.body}`;
    return { words: { ...words.unauthorized, body }, drawing: 'alert' };
  }
  if (failure.code === 'limit-reached') return { words: words.limitReached, drawing: 'alert' };
  if (failure.kind === 'refused') return { words: words.orderRefused, drawing: 'alert' };
  return { words: words.orderNotSent, drawing: online ? 'alert' : 'offline' };
}
