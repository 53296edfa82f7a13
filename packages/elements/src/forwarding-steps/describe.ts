import type { ForwardingModel, WorkFailure } from '../forwarding/index.ts';
import type { ForwardingLocale, ForwardingPanel } from '../forwarding-words/index.ts';
import type { IconName } from '../icons/index.ts';
import type { Locale } from '../locale/index.ts';
import { resultWords } from './result-view.ts';
import type { View } from './view.ts';

/** A failure in words. */
export function describeWorkFailure(
  { failure, during }: WorkFailure,
  words: ForwardingLocale,
  locale: Locale,
  online: boolean,
): { readonly words: ForwardingPanel; readonly drawing: IconName } {
  if (!online) return { words: locale.failure.offline, drawing: 'offline' };
  if (failure.kind === 'unauthorized') return { words: locale.failure.unauthorized, drawing: 'alert' };
  const byCode = codes[failure.code ?? ''];
  if (byCode) return { words: words.failure[byCode], drawing: 'alert' };
  const lost = failure.kind === 'unreachable';
  return { words: words.failure[during === 'check' ? 'start' : during], drawing: lost ? 'offline' : 'alert' };
}

const codes: Readonly<Record<string, 'noNumber' | 'tooSoon' | 'tooMany' | 'beingTested'>> = {
  'no-number-near': 'noNumber',
  'test-too-soon': 'tooSoon',
  'test-limit-reached': 'tooMany',
  'line-being-tested': 'beingTested',
};

/** The name of what is on screen; when it changes, the focus moves on. */
export function nameOfView({ view, failure, test, work, line }: ForwardingModel): string {
  if (failure) return `${view}-failed`;
  if (view === 'test') return test?.outcome && !work ? 'result' : 'test';
  if (view === 'when' && work) return 'starting';
  return view === 'carrier' && !line.checked ? 'opening' : view;
}

/** What a screen reader says by itself: news when it is convenient, failures at once. */
export function announceForwarding(view: View): { readonly polite: string; readonly assertive: string } {
  const { model, words, locale } = view;
  if (model.failure) {
    const { heading, body } = describeWorkFailure(model.failure, words, locale, model.online).words;
    return { polite: '', assertive: `${heading}. ${body}` };
  }
  if (model.view === 'line') return announceLine(view);
  if (model.view === 'test') return announceTest(view);
  if (model.view === 'carrier' && model.carrier.filter) return { polite: found(view), assertive: '' };
  const polite = {
    on: words.on.heading,
    off: words.off.heading,
    broken: '',
    when: '',
    carrier: '',
    guide: '',
    undo: '',
  };
  const starting = model.work?.kind === 'start' ? words.starting.usual : '';
  if (model.view === 'broken') return { polite: '', assertive: words.broken.heading };
  return { polite: starting || polite[model.view], assertive: '' };
}

function announceLine({ model, words }: View) {
  const { problem } = model.line;
  if (problem) return { polite: '', assertive: words.line.problems[problem] };
  return { polite: model.work ? words.line.checking : '', assertive: '' };
}

function announceTest(view: View) {
  const { model, words } = view;
  const { test, work } = model;
  if (test?.outcome && !work) {
    const { heading, body } = resultWords(view, test);
    return { polite: '', assertive: `${heading}. ${body}` };
  }
  if (work?.patience === 'long') return { polite: words.test.long, assertive: '' };
  const stage = test ? (test.stage === 'done' ? 'ringing' : test.stage) : 'asking';
  return { polite: words.test[stage] ?? '', assertive: '' };
}

function found({ model, words }: View): string {
  const wanted = model.carrier.filter.toLowerCase();
  const count =
    model.line.checked?.carriers.filter((each) => each.name.toLowerCase().includes(wanted)).length ?? 0;
  return count > 0 ? words.carrier.found(count) : words.carrier.none;
}
