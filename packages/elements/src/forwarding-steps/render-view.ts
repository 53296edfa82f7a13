import type { TemplateResult } from 'lit';
import { carrierView } from './carrier-view.ts';
import { guideView } from './guide-view.ts';
import { lineView } from './line-view.ts';
import { brokenView, offView, onView } from './proved-views.ts';
import { resultView } from './result-view.ts';
import { testView } from './test-view.ts';
import type { View } from './view.ts';
import { startingView, whenView } from './when-view.ts';

/** What is on screen while nothing has failed. */
export function renderView(view: View): TemplateResult {
  const { forwarding, test, work, view: name } = view.model;
  // Another code is fetched: as the first one was.
  if (work?.kind === 'start' || work?.kind === 'cancel') return startingView(view);
  if (name === 'line') return lineView(view);
  if (name === 'carrier') return carrierView(view);
  if (name === 'when') return view.model.line.checked ? whenView(view) : carrierView(view);
  if (!forwarding) return lineView(view);
  if (name === 'test') return test?.outcome && !work ? resultView(view, test) : testView(view, forwarding);
  if (name === 'on') return onView(view, forwarding);
  if (name === 'broken') return brokenView(view, forwarding);
  return name === 'off' ? offView(view, forwarding) : guideView(view, forwarding);
}
