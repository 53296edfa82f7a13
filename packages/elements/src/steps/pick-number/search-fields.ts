import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { formatMiles, type Locale } from '../../locale/index.ts';
import type { NumberSearch } from '../../setup/index.ts';
import type { Say } from '../step/index.ts';

const MOST_SUGGESTIONS = 3;

/** The place as typed, and the area codes that serve it. Enter searches; it never buys. */
export function placeField(search: NumberSearch, locale: Locale, say: Say): TemplateResult {
  return html`
    <form class="place" role="search" @submit=${searchNow(say)}>
      <label class="label muted" for="place">${locale.search.place}</label>
      <span class="field">
        ${icon('search')}
        <input id="place" part="input" type="text" enterkeyhint="search" autocomplete="off"
          autocapitalize="words" spellcheck="false" placeholder=${locale.search.placeExample}
          .value=${search.query}
          @input=${(event: Event) => say({ type: 'query-typed', query: textOf(event) })} />
      </span>
      ${areaCodes(search, locale, say)}
    </form>
  `;
}

/** The digits or word the number should contain. Enter searches; it never buys. */
export function vanityField(search: NumberSearch, locale: Locale, say: Say): TemplateResult {
  return html`
    <form class="vanity" @submit=${searchNow(say)}>
      <label class="label muted" for="vanity">${locale.search.vanity}</label>
      <span class="field">
        <input id="vanity" part="input" type="text" enterkeyhint="search" autocomplete="off"
          autocapitalize="characters" spellcheck="false" maxlength="10"
          placeholder=${locale.search.vanityExample} .value=${search.contains}
          @input=${(event: Event) => say({ type: 'contains-typed', contains: textOf(event) })} />
      </span>
    </form>
  `;
}

function areaCodes(search: NumberSearch, locale: Locale, say: Say) {
  const suggestions = search.suggestions.slice(0, MOST_SUGGESTIONS);
  if (suggestions.length === 0) {
    if (search.status !== 'searching' && search.status !== 'idle') return nothing;
    return html`<div class="chips" aria-hidden="true"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`;
  }
  return html`
    <div class="chips" role="group" aria-label=${locale.search.areaCodes}>
      ${suggestions.map((each) => {
        const press = () => say({ type: 'area-code-toggled', areaCode: each.areaCode });
        const pressed = each.areaCode === search.areaCode;
        const far = each.distanceMiles === null ? each.region : formatMiles(each.distanceMiles, locale);
        return html`<button class="chip" part="chip" type="button" aria-pressed=${pressed}
          title=${`${each.locality}, ${each.region}`} @click=${press}>
          <span class="digits">(${each.areaCode})</span>
          <span class="about">${each.local ? locale.search.local : far}</span>
        </button>`;
      })}
    </div>
  `;
}

function searchNow(say: Say) {
  return (event: Event) => {
    event.preventDefault();
    say({ type: 'search-submitted' });
  };
}

function textOf(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}
