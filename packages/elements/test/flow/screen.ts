import { english } from '../../src/locale/index.ts';
import { describeFailure } from '../../src/phone-setup/describe-failure.ts';
import { type SetupInput, type SetupModel, stepBefore, wasRefused } from '../../src/setup/index.ts';
import { describeSearch } from '../../src/steps/index.ts';

/** What the customer can do with what is on screen. */
export interface Screen {
  /** The one main action; null while something is under way. */
  readonly primary: SetupInput | null;
  /** True when the screen says that something is under way. */
  readonly waits: boolean;
  readonly goesBack: boolean;
  /** True when it says that nothing was charged. */
  readonly saysNotCharged: boolean;
}

/** @param key a fresh idempotency key, for the button that buys */
export function screenOf(model: SetupModel, key: string): Screen {
  const failure = describeFailure(model, english);
  const told = [failure?.words.body ?? '', noticeOf(model)].join(' ');
  const leadsBack = model.order !== null && wasRefused(model.order);
  return {
    primary: failure ? { type: 'retry-wanted' } : primaryOf(model, key),
    waits: failure === null && isUnderWay(model),
    goesBack: stepBefore(model) !== null && !leadsBack,
    saysNotCharged: told.includes(english.notCharged),
  };
}

function primaryOf(model: SetupModel, key: string): SetupInput | null {
  if (model.step === 'path') return { type: 'path-confirmed' };
  // From here the machine of forwarding goes on; to the flow it is a place one can leave.
  if (model.step === 'forward') return model.canForward ? { type: 'forward-left', to: 'path' } : null;
  if (model.step === 'handoff')
    return { type: model.setup?.paths.includes('buy') ? 'buy-wanted' : 'retry-wanted' };
  if (model.step === 'number') {
    const empty = describeSearch(model.search, english);
    if (empty) return empty.input;
    return model.search.status === 'found' ? { type: 'number-confirmed', key } : null;
  }
  if (model.step === 'order') {
    return model.order?.patience === 'long' && !model.order.left ? { type: 'leave-wanted' } : null;
  }
  // "Call it now" is a link: the end of the way.
  return null;
}

function isUnderWay(model: SetupModel): boolean {
  if (model.step === 'opening' || model.step === 'order') return true;
  if (model.step === 'forward') return !model.canForward;
  return model.step === 'number' && ['idle', 'waiting', 'searching'].includes(model.search.status);
}

function noticeOf({ step, search }: SetupModel): string {
  return step === 'number' && search.notice ? english.search[search.notice.kind](search.notice.display) : '';
}
