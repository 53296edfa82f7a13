import type { Forwarding } from '@numberkit/contract';
import { calm, type ForwardingEffect, type ForwardingTransition, show, turn, work } from './effect.ts';
import type { ForwardingInput } from './input.ts';
import type { ForwardingModel, ForwardingView } from './model.ts';

/** The view that says where a forwarding stands. */
export function viewOf(forwarding: Forwarding): ForwardingView {
  const views = {
    'setting-up': 'guide',
    verified: 'on',
    broken: 'broken',
    cancelling: 'undo',
    off: 'off',
  } as const;
  return views[forwarding.status] ?? 'guide';
}

const isProved = (status: Forwarding['status']): status is 'verified' | 'broken' | 'off' =>
  status === 'verified' || status === 'broken' || status === 'off';

/** What the page is told when a forwarding comes to another state. */
function newsOf(before: Forwarding | null, now: Forwarding): ForwardingEffect[] {
  if (before?.id === now.id && before.status === now.status) return [];
  const told: ForwardingEffect[] = [{ type: 'tell', news: { type: 'changed', forwarding: now } }];
  if (before?.id !== now.id && now.status === 'setting-up') {
    told.push({ type: 'tell', news: { type: 'started', forwarding: now } });
  }
  if (before?.id === now.id && isProved(now.status))
    told.push({ type: 'tell', news: { type: now.status, forwarding: now } });
  return told;
}

/** The server's word about the forwarding, after it was begun, changed, cancelled or asked for. */
export function adopt(
  model: ForwardingModel,
  { forwarding, to }: ForwardingInput & { type: 'answered' },
): ForwardingTransition {
  const news = newsOf(model.forwarding, forwarding);
  const next = { ...model, forwarding };
  if (to === 'refresh' && news.length === 0) return turn(next);
  // What is under way, or the test on screen, will say how it stands; what was looked up before is old by then.
  if (to === 'refresh' && (model.view === 'test' || model.work)) return turn(model);
  const view = to === 'start' && forwarding.status === 'broken' ? 'guide' : viewOf(forwarding);
  return show({ ...next, way: 'plan', test: null }, view, ...news);
}

/** Asks for a test call: "I have done it". */
export function wantTest(model: ForwardingModel): ForwardingTransition {
  const { forwarding } = model;
  if (!forwarding || model.work) return turn(model);
  const purpose = forwarding.status === 'cancelling' ? 'off' : 'on';
  const next = show({ ...model, test: null }, 'test');
  const asked = work(next.model, 'verify', { type: 'verify', forwardingId: forwarding.id, purpose });
  return turn(asked.model, ...next.effects, ...asked.effects);
}

/** News of the test that is on screen; of any other it is too late. */
export function followTest(
  model: ForwardingModel,
  { response }: ForwardingInput & { type: 'test-answered' },
): ForwardingTransition {
  const { test, forwarding } = response;
  if (model.view !== 'test' || !model.work) return turn(model);
  if (model.test && (model.test.id !== test.id || model.test.outcome)) return turn(model);
  const news = newsOf(model.forwarding, forwarding);
  const next = { ...model, forwarding, test };
  if (!test.outcome) {
    if (model.work.kind === 'follow') return turn(next, ...news);
    const following = work(next, 'follow', { type: 'follow', testId: test.id, endsBy: test.endsBy });
    return turn(following.model, ...news, ...following.effects);
  }
  if (test.outcome === 'verified') return show(next, 'on', ...news, { type: 'unfollow' });
  if (test.outcome === 'off') return show(next, 'off', ...news, { type: 'unfollow' });
  return turn({ ...next, work: null, failure: null }, ...calm, ...news, { type: 'unfollow' });
}

/** Opens where the forwarding stands: a test under way first, then what the customer was doing. */
export function resume(
  model: ForwardingModel,
  { forwarding, snapshot, online }: ForwardingInput & { type: 'start' },
): ForwardingTransition {
  const answered: ForwardingModel = {
    ...model,
    online,
    forwarding,
    line: { ...model.line, text: snapshot?.text ?? forwarding?.existingLine.display ?? '' },
    carrier: {
      ...model.carrier,
      id: snapshot?.carrierId ?? forwarding?.carrier.id ?? null,
      kind: snapshot?.kind ?? forwarding?.lineKind ?? null,
    },
    condition: snapshot?.condition ?? forwarding?.condition ?? null,
  };
  if (!forwarding) return reopen(answered, snapshot?.view ?? 'line');
  const { test } = forwarding;
  if (test && !test.outcome) {
    const next = { ...answered, test, view: 'test' as const };
    return work(next, 'follow', { type: 'follow', testId: test.id, endsBy: test.endsBy });
  }
  // What a test found is shown again after a reload, for as long as it is what the customer last saw.
  if (snapshot?.view === 'test' && test?.id === snapshot.testId && isNews(test.outcome)) {
    return show({ ...answered, test }, 'test');
  }
  if (snapshot?.view === 'guide' && forwarding.status !== 'cancelling') {
    return show({ ...answered, way: snapshot.way }, 'guide');
  }
  return show(answered, viewOf(forwarding));
}

const isNews = (outcome: string | null) => outcome !== null && outcome !== 'verified' && outcome !== 'off';

/** The answers up to here are kept, but the list of carriers must be asked for again. */
function reopen(model: ForwardingModel, view: ForwardingView): ForwardingTransition {
  if (view !== 'carrier' && view !== 'when') return show(model, 'line');
  return work({ ...model, view }, 'check', { type: 'check', text: model.line.text });
}
