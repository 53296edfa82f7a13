import type { CarrierChoice, LineKind } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { chosenCarrier, chosenLine, shownCarriers, standardOf } from '../forwarding/index.ts';
import { icon } from '../icons/index.ts';
import { backButton, heroNumber, onSubmit, question, type View } from './view.ts';

/** The phone company, by name: its marks are its own. Then the kind of line, where it has several. */
export function carrierView(view: View): TemplateResult {
  const { model, words, locale, say } = view;
  if (!model.line.checked) return carrierSkeleton(view);
  const { shown, more } = shownCarriers(model);
  const standard = standardOf(model);
  const lines = chosenCarrier(model)?.lines ?? [];
  return html`
    <form class="frame" @submit=${onSubmit(say, { type: 'carrier-confirmed' })}>
      <div class="main">
        ${backButton(view)} ${question(words.carrier.heading)}
        ${filterField(view)}
        <div class="list" role="radiogroup" aria-labelledby="question">
          ${shown.map((each) => carrierRow(view, each))}
          ${shown.length === 0 ? html`<p class="none muted">${words.carrier.none}</p>` : nothing}
          ${more ? html`<button class="more" type="button" @click=${() => say({ type: 'more-wanted' })}>${words.carrier.more}</button>` : nothing}
          ${standard ? unsureRow(view, standard) : nothing}
        </div>
        ${lines.length > 1 ? kinds(view) : nothing}
      </div>
      <aside class="aside extra" part="aside">
        <h3>${words.carrier.yourNumber}</h3>
        ${heroNumber(model.line.checked.existingLine.display)}
        <p class="muted">${words.carrier.where}</p>
      </aside>
      <div class="foot"><button class="primary" part="primary">${locale.continue}</button></div>
    </form>
  `;
}

function filterField({ model, words, say }: View) {
  const filter = (event: Event) => {
    if (event.target instanceof HTMLInputElement) say({ type: 'filter-typed', filter: event.target.value });
  };
  return html`<div class="place">
    <label class="label muted" for="carrier">${words.carrier.find}</label>
    <span class="field">
      ${icon('search')}
      <input id="carrier" part="input" type="text" autocomplete="off" spellcheck="false" enterkeyhint="done"
        placeholder=${words.carrier.findExample} .value=${model.carrier.filter} @input=${filter} />
    </span>
  </div>`;
}

function carrierRow({ model, words, say }: View, { id, name, lines }: CarrierChoice) {
  const suggested = model.line.checked?.suggestion?.carrierId === id;
  return html`<label class="row" part="option">
    <input type="radio" name="carrier" .value=${id} .checked=${id === model.carrier.id}
      @change=${() => say({ type: 'carrier-selected', id })} />
    <span class="kind" aria-hidden="true">${kindIcon(lines[0]?.kind ?? 'mobile')}</span>
    <bdi class="strong">${name}</bdi>
    ${suggested ? html`<span class="badge accent">${words.carrier.suggested}</span>` : nothing}
  </label>`;
}

function unsureRow({ model, words, say }: View, { id }: CarrierChoice) {
  const chosen = model.carrier.id === id || !chosenCarrier(model);
  return html`<label class="row" part="option">
    <input type="radio" name="carrier" .value=${id} .checked=${chosen}
      @change=${() => say({ type: 'carrier-selected', id })} />
    <span class="kind" aria-hidden="true">?</span>
    <span><span class="strong">${words.carrier.unsure.title}</span><small class="muted">${words.carrier.unsure.detail}</small></span>
  </label>`;
}

function kinds({ model, words, say }: View) {
  const chosen = chosenLine(model)?.kind;
  return html`<div class="kinds" role="radiogroup" aria-labelledby="kind">
    <h3 id="kind">${words.carrier.kind}</h3>
    ${chosenCarrier(model)?.lines.map(
      ({ kind }) => html`<label class="pill" part="option">
        <input type="radio" name="kind" .value=${kind} .checked=${kind === chosen}
          @change=${() => say({ type: 'kind-selected', kind })} />
        ${kindIcon(kind)}<span>${words.carrier.kinds[kind] ?? kind}</span>
      </label>`,
    )}
  </div>`;
}

const shapes: Readonly<Record<LineKind, TemplateResult>> = {
  mobile: html`<svg class="icon" viewBox="0 0 20 20"><rect x="6" y="2.5" width="8" height="15" rx="2" /><path d="M9 14.75h2" /></svg>`,
  landline: html`<svg class="icon" viewBox="0 0 20 20"><path d="M3 8c0-4 14-4 14 0v1.5h-3.5V7.8h-7v1.7H3V8Z" /><path d="M6 10.5h8l1.5 6h-11l1.5-6Z" /></svg>`,
  app: html`<svg class="icon" viewBox="0 0 20 20"><rect x="3" y="4" width="14" height="10" rx="2" /><path d="M7 17h6" /></svg>`,
};

function kindIcon(kind: LineKind): TemplateResult {
  return shapes[kind] ?? shapes.mobile;
}

function carrierSkeleton(view: View) {
  const slow = view.model.work?.patience !== 'fresh';
  return html`<div class="frame" aria-busy="true">
    <div class="main">
      ${backButton(view)} ${question(view.words.carrier.heading)}
      <div class="list" aria-hidden="true">
        ${[1, 2, 3, 4, 5].map(() => html`<div class="row"><span class="bone dot"></span><span class="bone line"></span></div>`)}
      </div>
    </div>
    <div class="foot"><p class="muted">${slow ? view.words.line.slow : view.words.line.checking}</p></div>
  </div>`;
}
