import type { ForwardingTest } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { type Cure, cureOf, type ForwardingInput } from '../forwarding/index.ts';
import type { ForwardingPanel } from '../forwarding-words/index.ts';
import { type IconName, icon } from '../icons/index.ts';
import { backButton, question, type View } from './view.ts';

/** What a test showed, what it means and what helps: the best as the main button, another way beside it. */
export function resultView(view: View, test: ForwardingTest): TemplateResult {
  const { words, say } = view;
  const { heading, body } = resultWords(view, test);
  const { advice, action } = adviceOf(view);
  const second = secondOf(cureOf(view.model));
  return html`
    <div class="frame single panel-view">
      <div class="main">
        ${backButton(view)}
        <span class="seal ${drawingOf(test)}">${icon(drawingOf(test))}</span>
        ${question(heading)}
        <p>${body}</p>
        <p class="advice">${advice}</p>
      </div>
      <div class="foot">
        <button class="plain" type="button" @click=${() => say(second.input)}>${words.second[second.label]}</button>
        <button class="primary" part="primary" type="button" @click=${() => say({ type: 'remedy-wanted' })}>
          ${action}
        </button>
      </div>
    </div>
  `;
}

/** What happened and what it means, in words. */
export function resultWords({ words }: View, test: ForwardingTest): { heading: string; body: string } {
  const outcome =
    test.outcome === 'verified' || test.outcome === 'off' ? 'unclear' : (test.outcome ?? 'unclear');
  const told = words.outcome[outcome] ?? words.outcome.unclear;
  const leavesOpen = test.purpose === 'off' && outcome !== 'still-forwarded';
  return { heading: told.heading, body: leavesOpen ? words.outcome.unproved : told.body };
}

function adviceOf({ model, words }: View) {
  const cure = cureOf(model);
  // Where nothing of what the server names is left to try, the words follow what the button does.
  if (cure === 'ask') return words.remedy[model.test?.outcome === 'blocked' ? 'unblock' : 'ask-carrier'];
  return words.remedy[model.test?.remedy ?? 'test-again'] ?? words.remedy['test-again'];
}

function secondOf(cure: Cure): { label: 'guide' | 'test' | 'ask'; input: ForwardingInput } {
  if (cure === 'test') return { label: 'guide', input: { type: 'guide-wanted' } };
  return { label: 'test', input: { type: 'test-wanted' } };
}

function drawingOf({ outcome }: ForwardingTest): IconName {
  return outcome === 'still-forwarded' || outcome === 'busy' || outcome === 'no-answer' ? 'phone' : 'alert';
}

/** A failure in place of the view: what happened, what it means, and the one thing to do. */
export function failureView(view: View, words: ForwardingPanel, drawing: IconName): TemplateResult {
  const seconds = view.model.failure?.waitSeconds ?? null;
  return html`
    <div class="frame single panel-view">
      <div class="main">
        <span class="seal ${drawing}">${icon(drawing)}</span>
        ${question(words.heading)}
        <p>${words.body}</p>
        ${seconds ? html`<p class="muted">${view.words.test.left(seconds)}</p>` : nothing}
      </div>
      <div class="foot">
        ${view.goesBack ? html`<button class="plain" type="button" @click=${() => view.say({ type: 'back-wanted' })}>${icon('back')}${view.locale.back}</button>` : html`<span></span>`}
        <button class="primary" part="primary" type="button" ?disabled=${seconds !== null} @click=${() => view.say({ type: 'retry-wanted' })}>
          ${words.action}
        </button>
      </div>
    </div>
  `;
}
