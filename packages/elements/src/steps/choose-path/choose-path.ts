import type { SetupPath } from '@numberkit/contract';
import { html, nothing, type PropertyDeclarations } from 'lit';
import { choice, controls, frame, tokens } from '../../theme/index.ts';
import { StepElement } from '../step/index.ts';
import { choosePathStyles } from './choose-path.styles.ts';

/**
 * The choice between the ways to a number. Part of `<phone-setup>`.
 *
 * @csspart heading - The question.
 * @csspart option - One way.
 * @csspart aside - What the chosen way means.
 * @csspart primary - The button that continues.
 */
export class ChoosePathElement extends StepElement {
  static override styles = [tokens, controls, choice, frame, choosePathStyles];
  static override properties: PropertyDeclarations = {
    paths: { attribute: false },
    selected: { attribute: false },
  };
  declare paths: readonly SetupPath[];
  declare selected: SetupPath;

  constructor() {
    super();
    this.paths = [];
    this.selected = 'buy';
  }

  override render() {
    const { path: words } = this.locale;
    return html`
      <form class="frame" @submit=${this.#confirm}>
        <div class="main">
          <h2 id="question" part="heading" tabindex="-1">${words.heading}</h2>
          <div class="options" role="radiogroup" aria-labelledby="question">
            ${this.paths.map((path) => this.#option(path))}
          </div>
        </div>
        <aside class="aside extra" part="aside">
          <h3>${words.how}</h3>
          <ol class="how">
            ${words[this.selected].steps.map((each) => html`<li><span>${each}</span></li>`)}
          </ol>
        </aside>
        <div class="foot"><button class="primary" part="primary">${this.locale.continue}</button></div>
      </form>
    `;
  }

  #option(path: SetupPath) {
    const words = this.locale.path[path];
    return html`
      <label class="option" part="option">
        <input type="radio" name="path" .value=${path} .checked=${path === this.selected}
          @change=${() => this.send({ type: 'path-selected', path })} />
        <span class="title">${words.title}</span>
        ${path === 'buy' ? html`<span class="badge accent">${this.locale.path.recommended}</span>` : nothing}
        <span class="detail muted">${words.detail}</span>
      </label>
    `;
  }

  #confirm = (event: Event) => {
    event.preventDefault();
    this.send({ type: 'path-confirmed' });
  };
}
