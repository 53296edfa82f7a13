import type { OfferedNumber } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { formatMiles, type Locale, type PanelWords } from '../../locale/index.ts';
import { type NumberSearch, SHOWN_AT_FIRST, shownNumbers } from '../../setup/index.ts';
import { grouped, type Say } from '../step/index.ts';
import { describeSearch } from './describe-search.ts';

/** From here on a number is called memorable. */
const MEMORABLE = 70;

/** The numbers to choose from, or what stands in their place while there are none. */
export function numberList(search: NumberSearch, locale: Locale, say: Say): TemplateResult {
  const empty = describeSearch(search, locale);
  if (empty) return html`${notice(search, locale)}${panel(empty.words, empty.input, say)}`;
  if (search.status === 'idle' || search.status === 'searching') return skeleton(search, locale);
  const shown = shownNumbers(search);
  const rest = search.numbers.length - shown.length;
  return html`
    ${notice(search, locale)}
    <div class="list ${search.status}">
      <div role="radiogroup" aria-label=${locale.search.list}>
        ${shown.map((each) => row(each, search, locale, say))}
      </div>
      ${rest > 0 ? moreButton(locale, say) : nothing}
    </div>
  `;
}

function row(number: OfferedNumber, search: NumberSearch, locale: Locale, say: Say) {
  const { phoneNumber } = number;
  return html`
    <label class="number" part="number">
      <input type="radio" name="number" .value=${phoneNumber} .checked=${phoneNumber === search.selected}
        @change=${() => say({ type: 'number-selected', phoneNumber })} />
      <span class="text">
        <span class="digits strong">${withMatch(number)}</span>
        <small class="muted">${about(number, locale)}</small>
      </span>
      ${mark(number, locale)}
    </label>
  `;
}

function withMatch({ display, match }: OfferedNumber) {
  if (!match) return grouped(display);
  const end = match.start + match.length;
  return html`${grouped(display.slice(0, match.start))}<mark>${grouped(display.slice(match.start, end))}</mark>${grouped(display.slice(end))}`;
}

function about({ display, match, locality, region }: OfferedNumber, locale: Locale): string {
  const spelled = match?.spelled.slice(match.start, match.start + match.length);
  const digits = match && display.slice(match.start, match.start + match.length);
  const place = [locality, region].filter(Boolean).join(', ');
  const word = spelled && spelled !== digits ? locale.search.spells(spelled.replace(/[^a-z0-9]/gi, '')) : '';
  return [word, place].filter(Boolean).join(' · ');
}

function mark(number: OfferedNumber, locale: Locale) {
  if (number.ready) return html`<span class="badge accent">${locale.search.ready}</span>`;
  if (number.memorability >= MEMORABLE) return html`<span class="badge">${locale.search.memorable}</span>`;
  if (number.local) return html`<span class="badge">${locale.search.local}</span>`;
  if (number.distanceMiles === null) return nothing;
  return html`<small class="muted far">${formatMiles(number.distanceMiles, locale)}</small>`;
}

function notice({ notice, selected, numbers }: NumberSearch, locale: Locale) {
  if (!notice) return nothing;
  const next = numbers.some((each) => each.phoneNumber === selected) ? ` ${locale.search.nextChosen}` : '';
  return html`<p class="notice">${icon('alert')}<span>${locale.search[notice.kind](notice.display)}${next}</span></p>`;
}

function moreButton(locale: Locale, say: Say) {
  const more = () => say({ type: 'more-wanted' });
  return html`<button class="more" type="button" @click=${more}>${locale.search.more}</button>`;
}

function panel(words: PanelWords, input: Parameters<Say>[0], say: Say) {
  return html`
    <div class="panel">
      <h3>${words.heading}</h3>
      <p class="muted">${words.body}</p>
      <button class="secondary" type="button" @click=${() => say(input)}>${words.action}</button>
    </div>
  `;
}

function skeleton(search: NumberSearch, locale: Locale) {
  const rows = Array.from({ length: SHOWN_AT_FIRST });
  return html`
    <div class="list" aria-hidden="true">${rows.map(() => boneRow)}</div>
    <p class="below muted">${search.patience === 'fresh' ? nothing : locale.search.slow}</p>
  `;
}

const boneRow = html`<div class="number">
  <span class="bone dot"></span>
  <span class="text"><span class="bone line"></span><span class="bone line small"></span></span>
</div>`;
