import type { Locale } from '../locale/index.ts';
import type { SetupModel } from '../setup/index.ts';
import { describeSearch } from '../steps/index.ts';
import { describeFailure } from './describe-failure.ts';

/** What a screen reader says by itself: news when it is convenient, failures at once. */
export interface Announcement {
  readonly polite: string;
  readonly assertive: string;
}

/** The announcement for the present state; saying the same twice says nothing. */
export function announce(model: SetupModel, locale: Locale): Announcement {
  const failure = describeFailure(model, locale);
  if (failure) return { polite: '', assertive: `${failure.words.heading}. ${failure.words.body}` };
  if (!model.online) return { polite: '', assertive: locale.failure.offlineBar };
  if (model.step === 'number') return announceSearch(model, locale);
  return { polite: progress(model, locale), assertive: '' };
}

function announceSearch({ search }: SetupModel, locale: Locale): Announcement {
  const words = locale.search;
  const panel = describeSearch(search, locale)?.words;
  const told = panel && `${panel.heading}. ${panel.body}`;
  if (search.status === 'failed') return { polite: '', assertive: told ?? '' };
  const assertive = search.notice ? words[search.notice.kind](search.notice.display) : '';
  if (search.status === 'searching') {
    return { polite: search.patience === 'fresh' ? words.searching : words.slow, assertive };
  }
  const polite = search.status === 'found' ? words.found(search.numbers.length) : '';
  return { polite: told ?? polite, assertive };
}

function progress(model: SetupModel, locale: Locale): string {
  if (model.step === 'opening' || (model.step === 'forward' && !model.canForward)) {
    return model.opening.patience === 'fresh' ? '' : locale.opening.slow;
  }
  if (model.step === 'live') return `${locale.live.heading}. ${model.live?.number.display ?? ''}`;
  if (model.step !== 'order' || !model.order) return '';
  const { left, patience, stage } = model.order;
  if (left) return locale.order.left;
  return patience === 'fresh' ? locale.order[stage] : locale.order[patience];
}
