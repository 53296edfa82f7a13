import type { Forwarding, ForwardingPlan } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/index.ts';
import { grouped } from '../steps/index.ts';
import { unbroken } from './unbroken.ts';
import { heroNumber, question, type View } from './view.ts';

/** It works: what that means, what happens now, and how to undo it. */
export function onView(view: View, forwarding: Forwarding): TemplateResult {
  const { words, setup, say } = view;
  const port = setup.paths.includes('port');
  return html`
    <div class="frame heroic">
      <div class="main">
        <h2 part="heading" class="good" tabindex="-1"><span class="seal good">${icon('check')}</span>${words.on.heading}</h2>
        ${heroNumber(forwarding.existingLine.display)}
        <p>${words.on.means[forwarding.condition] ?? words.on.means.unanswered}</p>
        <p class="muted to"><small>${words.on.number}</small> <span class="digits">${grouped(forwarding.number.display)}</span></p>
      </div>
      <aside class="aside kept" part="aside">
        <div class="next"><h3>${words.on.next}</h3><ul>${words.on.steps.map((each) => html`<li>${each}</li>`)}</ul></div>
        <div class="next"><h3>${words.on.undo}</h3><p class="muted">${undoWords(view, forwarding.undo)}</p></div>
        ${port ? html`<button class="plain link" type="button" @click=${() => say({ type: 'leave-wanted', to: 'port' })}>${words.on.port}</button>` : nothing}
      </aside>
      <div class="foot">
        <button class="plain" type="button" @click=${() => say({ type: 'stop-wanted' })}>${words.on.stop}</button>
        ${showNumber(view, words.on.done)}
      </div>
    </div>
  `;
}

function undoWords({ words }: View, { steps }: ForwardingPlan) {
  const [first] = steps;
  if (steps.length !== 1 || first?.kind !== 'dial') return words.on.undoOther;
  // The code is read as one word, whatever the direction of the text around it.
  const [before, after = ''] = words.on.undoCode('\u0000').split('\u0000');
  return html`${before}<bdi class="digits strong" dir="ltr">${first.shown}</bdi>${after}`;
}

function showNumber({ say }: View, label: string) {
  return html`<button class="primary" part="primary" type="button" @click=${() => say({ type: 'leave-wanted', to: 'live' })}>
    ${label}
  </button>`;
}

/** It worked once and does no longer. */
export function brokenView(view: View, forwarding: Forwarding): TemplateResult {
  const { words, locale, say } = view;
  const cause = forwarding.broken?.cause ?? 'turned-off';
  const since = forwarding.broken ? dateOf(forwarding.broken.at, locale.tag) : '';
  return html`
    <div class="frame single panel-view">
      <div class="main">
        <span class="seal alert">${icon('alert')}</span>
        ${question(words.broken.heading)}
        ${heroNumber(forwarding.existingLine.display)}
        <p>${words.broken.causes[cause] ?? words.broken.causes['turned-off']}</p>
        <p>${words.broken.means}</p>
        ${since ? html`<small class="muted">${words.broken.since(since)}</small>` : nothing}
      </div>
      <div class="foot">
        <button class="plain" type="button" @click=${() => say({ type: 'test-wanted' })}>${words.broken.second}</button>
        <button class="primary" part="primary" type="button" @click=${() => say({ type: 'guide-wanted' })}>
          ${words.broken.action}
        </button>
      </div>
    </div>
  `;
}

function dateOf(at: string, tag: string): string {
  try {
    return new Intl.DateTimeFormat(tag, { dateStyle: 'long' }).format(new Date(at));
  } catch {
    return '';
  }
}

/** It is off, and a test call has shown it. */
export function offView(view: View, forwarding: Forwarding): TemplateResult {
  const { words, say } = view;
  return html`
    <div class="frame single panel-view">
      <div class="main">
        <span class="seal good">${icon('check')}</span>
        ${question(words.off.heading)}
        <p>${words.off.body(unbroken(forwarding.existingLine.display))}</p>
        <p class="muted">${words.off.kept(unbroken(forwarding.number.display))}</p>
      </div>
      <div class="foot">
        <button class="plain" type="button" @click=${() => say({ type: 'again-wanted' })}>${words.off.again}</button>
        ${showNumber(view, words.off.done)}
      </div>
    </div>
  `;
}
