import type { OfferedNumber } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { formatMoney, type Locale } from '../../locale/index.ts';
import type { NumberSearch } from '../../setup/index.ts';
import { grouped } from '../step/index.ts';

/** The price and the button that buys: nobody presses it without having the price beside it. */
export function confirmRow(search: NumberSearch, locale: Locale, priceNote: string): TemplateResult {
  const number = chosen(search);
  return html`
    <div class="foot">
      <div class="price" part="price">
        ${number ? price(number, locale, priceNote) : expects(search) ? boneLine : nothing}
        ${number ? html`<small class="muted narrow-only">${locale.confirm.substitute}</small>` : nothing}
      </div>
      <button class="primary" part="primary" form="numbers" ?disabled=${!number}>${locale.confirm.get}</button>
    </div>
  `;
}

/** The chosen number by itself, with what it is good for. */
export function chosenNumber(search: NumberSearch, locale: Locale): TemplateResult {
  const number = chosen(search);
  return html`
    <aside class="aside extra chosen" part="aside">
      ${number || expects(search) ? html`<h3 class="muted">${locale.confirm.yourNumber}</h3>` : nothing}
      ${number ? facts(number, locale) : expects(search) ? bones : nothing}
    </aside>
  `;
}

function chosen(search: NumberSearch): OfferedNumber | undefined {
  if (search.status !== 'found') return undefined;
  return search.numbers.find((each) => each.phoneNumber === search.selected);
}

function price({ monthlyPrice }: OfferedNumber, locale: Locale, priceNote: string) {
  const words = locale.confirm;
  const amount = monthlyPrice ? words.aMonth(formatMoney(monthlyPrice, locale)) : words.priceUnknown;
  return html`<span><b>${amount}</b>${priceNote ? html`<span class="muted">, ${priceNote}</span>` : nothing}</span>`;
}

function facts(number: OfferedNumber, locale: Locale) {
  const words = locale.confirm;
  const place = [number.locality, number.region].filter(Boolean).join(', ');
  return html`
    <p class="big"><span class="digits">${grouped(number.match?.spelled ?? number.display)}</span></p>
    <ul class="facts">
      ${place ? html`<li>${icon('pin')}<span>${number.local ? words.localTo(place) : place}</span></li>` : nothing}
      <li>${icon('phone')}<span>${number.capabilities.sms ? words.voiceAndText : words.voice}</span></li>
      <li>${icon('bolt')}<span>${words.atOnce}</span></li>
    </ul>
    <small class="muted last">${words.substitute}</small>
  `;
}

/** Will there be a number in a moment? */
function expects({ status }: NumberSearch): boolean {
  return status === 'idle' || status === 'waiting' || status === 'searching';
}

const boneLine = html`<span class="bone line" aria-hidden="true"></span>`;

const bones = html`
  <span class="bone big" aria-hidden="true"></span>
  <div class="facts" aria-hidden="true">
    <span class="bone line"></span><span class="bone line"></span><span class="bone line"></span>
  </div>
`;
