import { html, nothing, type PropertyDeclarations } from 'lit';
import { icon } from '../../icons/index.ts';
import type { NumberSearch } from '../../setup/index.ts';
import { choice, controls, frame, tokens } from '../../theme/index.ts';
import type { Say } from '../step/index.ts';
import { StepElement } from '../step/index.ts';
import { confirmRowStyles } from './confirm-row.styles.ts';
import { chosenNumber, confirmRow } from './confirm-row.ts';
import { numberListStyles } from './number-list.styles.ts';
import { numberList } from './number-list.ts';
import { searchFieldsStyles } from './search-fields.styles.ts';
import { placeField, vanityField } from './search-fields.ts';

/**
 * Where is your business, which number, and what it costs. Part of `<phone-setup>`.
 *
 * @csspart heading - The question.
 * @csspart input - A text field.
 * @csspart chip - A suggested area code.
 * @csspart number - One number of the list.
 * @csspart aside - The chosen number, on wide screens.
 * @csspart price - The price beside the button.
 * @csspart primary - The button that buys.
 */
export class PickNumberElement extends StepElement {
  static override styles = [
    tokens,
    controls,
    choice,
    frame,
    searchFieldsStyles,
    numberListStyles,
    confirmRowStyles,
  ];
  static override properties: PropertyDeclarations = {
    search: { attribute: false },
    canGoBack: { attribute: false },
    priceNote: { attribute: false },
    createKey: { attribute: false },
  };
  declare search: NumberSearch;
  declare canGoBack: boolean;
  /** What the host says about the price, after it. */
  declare priceNote: string;
  /** A new idempotency key. */
  declare createKey: () => string;

  override render() {
    const { locale, search } = this;
    return html`
      <div class="frame">
        <div class="main">
          ${this.canGoBack ? this.#back() : nothing}
          <h2 id="question" part="heading" tabindex="-1">${locale.search.heading}</h2>
          ${placeField(search, locale, this.#say)}
          <form id="numbers" @submit=${this.#confirm}>${numberList(search, locale, this.#say)}</form>
          ${vanityField(search, locale, this.#say)}
        </div>
        ${chosenNumber(search, locale)} ${confirmRow(search, locale, this.priceNote)}
      </div>
    `;
  }

  #back() {
    const goBack = () => this.send({ type: 'back-wanted' });
    return html`<button class="plain back" type="button" @click=${goBack}>
      ${icon('back')}${this.locale.back}
    </button>`;
  }

  #say: Say = (input) => this.send(input);

  #confirm = (event: Event) => {
    event.preventDefault();
    this.send({ type: 'number-confirmed', key: this.createKey() });
  };
}
