import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../api/index.ts';
import { icon } from '../icons/index.ts';
import type { Locale } from '../locale/index.ts';
import { type SetupInput, type SetupModel, stepBefore, wasRefused } from '../setup/index.ts';
import { type DescribedFailure, describeFailure } from './describe-failure.ts';
import { createKey } from './page.ts';

/** What the host gave, as far as the steps show it. */
export interface HostWords {
  readonly greeting: string | null;
  /** Stands before the number in what calls it. */
  readonly callUrl: string;
  readonly priceNote: string;
  /** Has the host content of its own for this slot? */
  readonly fills: (slot: string) => boolean;
  /** The host's page with the guide. */
  readonly guideUrl: string;
  readonly connection: () => Connection;
}

/** The name of what is on screen; when it changes, the focus moves on. */
export function viewName(model: SetupModel, locale: Locale): string {
  if (model.step === 'forward' && !model.canForward && !model.opening.failure) return 'opening';
  return describeFailure(model, locale) ? `${model.step}-failed` : model.step;
}

/** The element for the present step. */
export function renderStep(model: SetupModel, locale: Locale, host: HostWords): TemplateResult {
  const failure = describeFailure(model, locale);
  if (failure) return message(failure, model, locale);
  if (model.step === 'handoff') return handoff(model, locale, host);
  if (model.step === 'forward' && model.canForward) {
    return html`<numberkit-forwarding .locale=${locale} .setup=${model.setup} .online=${model.online}
      .connection=${host.connection} .guideUrl=${host.guideUrl}
    ></numberkit-forwarding>`;
  }
  if (model.step === 'path') {
    return html`<numberkit-choose-path exportparts="heading, option, aside, primary"
      .locale=${locale} .paths=${model.setup?.paths ?? []} .selected=${model.path}
    ></numberkit-choose-path>`;
  }
  if (model.step === 'number') {
    return html`<numberkit-pick-number
      exportparts="heading, input, chip, number: option, aside, price, primary"
      .locale=${locale} .search=${model.search} .canGoBack=${stepBefore(model) !== null}
      .priceNote=${host.priceNote} .createKey=${createKey}
    ></numberkit-pick-number>`;
  }
  if (model.step === 'order' && model.order) {
    return html`<numberkit-order-progress exportparts="heading, number, stages, primary"
      .locale=${locale} .order=${model.order}
    ></numberkit-order-progress>`;
  }
  if (model.step === 'live' && model.live) return live(model, locale, host);
  return opening(model, locale);
}

function live(model: SetupModel, locale: Locale, host: HostWords) {
  const phoneNumber = model.live?.number.phoneNumber ?? '';
  return html`<numberkit-live-number exportparts="heading, number, qr, aside, primary, copy"
    .locale=${locale} .live=${model.live}
    .greeting=${host.greeting ?? model.setup?.tenant.greeting ?? null}
    .callUrl=${host.callUrl + (host.callUrl === 'tel:' ? phoneNumber : encodeURIComponent(phoneNumber))}
    .canGetAnother=${model.setup?.paths.includes('buy') ?? false}
    .canForward=${model.setup?.paths.includes('forward') && model.setup.forwardings.length === 0}
  ><numberkit-forwarding-note slot="note" .locale=${locale} .setup=${model.setup}></numberkit-forwarding-note>${host.fills('next') ? html`<slot name="next" slot="next"></slot>` : nothing}</numberkit-live-number>`;
}

function message(failure: DescribedFailure, model: SetupModel, locale: Locale) {
  // After a clear no the one next step is the list already: a second way to it would only be in the way.
  const leadsBack = model.order ? wasRefused(model.order) : false;
  return html`<numberkit-message exportparts="heading, primary"
    .locale=${locale} .words=${failure.words} .drawing=${failure.drawing}
    .next=${{ type: 'retry-wanted' } satisfies SetupInput} .canGoBack=${!leadsBack && stepBefore(model) !== null}
  ></numberkit-message>`;
}

/** The chosen way is the host's to carry on; without anything from the host there is always a new number. */
function handoff(model: SetupModel, locale: Locale, host: HostWords) {
  if (host.fills(model.path)) return html`<slot name=${model.path}></slot>`;
  const offersBuy = model.setup?.paths.includes('buy') ?? false;
  const next: SetupInput = { type: offersBuy ? 'buy-wanted' : 'retry-wanted' };
  return html`<numberkit-message exportparts="heading, primary"
    .locale=${locale} .words=${offersBuy ? locale.handoff : locale.handoff.nothing} .drawing=${'phone'}
    .next=${next} .canGoBack=${stepBefore(model) !== null}
  ></numberkit-message>`;
}

function opening(model: SetupModel, locale: Locale) {
  const slow = model.opening.patience !== 'fresh';
  return html`<div class="frame opening" role="group" aria-label=${locale.opening.label} aria-busy="true">
    <div class="main">
      <span class="bone heading"></span>
      ${(model.step === 'forward' ? [1] : [1, 2, 3]).map(() => boneCard)}
    </div>
    <div class="aside extra"></div>
    <div class="foot">
      <p class="muted">${slow ? locale.opening.slow : nothing}</p>
      <span class="bone action"></span>
    </div>
  </div>`;
}

const boneCard = html`<div class="bone-card">
  <span class="bone dot"></span><span class="bone line"></span><span class="bone line short"></span>
</div>`;

/** Told on top of any step while there is no connection. */
export function offlineBar(locale: Locale): TemplateResult {
  return html`<div class="bar">${icon('offline')}<span>${locale.failure.offlineBar}</span></div>`;
}
