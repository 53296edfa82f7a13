import type { ForwardingCondition } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chosenCondition, conditionsOf } from '../forwarding/index.ts';
import { backButton, onSubmit, question, type View } from './view.ts';

/** When calls are sent on, in plain words; the part people want first, the recommended one chosen. */
export function whenView(view: View): TemplateResult {
  const { model, words, locale, say } = view;
  const conditions = conditionsOf(model);
  const undo = html`<p class="muted">${words.when.undo}</p>`;
  return html`
    <form class="frame" @submit=${onSubmit(say, { type: 'condition-confirmed' })}>
      <div class="main">
        ${backButton(view)} ${question(words.when.heading)}
        <div class="options" role="radiogroup" aria-labelledby="question">
          ${conditions.map((each) => option(view, each, conditions))}
        </div>
      </div>
      <aside class="aside extra" part="aside"><h3>${words.when.aside}</h3>${undo}</aside>
      <div class="foot">
        <p class="muted">${words.when.note}</p>
        <button class="primary" part="primary">${locale.continue}</button>
      </div>
    </form>
  `;
}

function option({ model, words, say }: View, condition: ForwardingCondition, all: readonly string[]) {
  const { title, detail } = words.when[condition];
  const recommended = condition === 'unanswered' && all.length > 1;
  return html`<label class="option" part="option">
    <input type="radio" name="when" .value=${condition} .checked=${condition === chosenCondition(model)}
      @change=${() => say({ type: 'condition-selected', condition })} />
    <span class="title">${title}</span>
    ${recommended ? html`<span class="badge accent">${words.when.recommended}</span>` : nothing}
    <span class="detail muted">${detail}</span>
  </label>`;
}

/** In the shape of the guide that follows. */
export function startingView({ model, words }: View): TemplateResult {
  const slow = model.work?.patience !== 'fresh';
  return html`<div class="frame single" aria-busy="true">
    <div class="main">
      ${question(words.starting.heading)}
      <p class="muted">${slow ? words.starting.slow : words.starting.usual}</p>
      <div class="bones" aria-hidden="true">
        <span class="bone device"></span>
        <div><span class="bone code"></span><span class="bone line"></span><span class="bone line short"></span></div>
      </div>
    </div>
    <div class="foot"><span class="bone action" aria-hidden="true"></span></div>
  </div>`;
}
