import { html, nothing, type PropertyDeclarations } from 'lit';
import { type IconName, icon } from '../../icons/index.ts';
import type { PanelWords } from '../../locale/index.ts';
import type { SetupInput } from '../../setup/index.ts';
import { controls, frame, tokens } from '../../theme/index.ts';
import { StepElement } from '../step/index.ts';
import { messageStyles } from './message.styles.ts';

/**
 * What happened, what it means for the customer, and the one next thing to do. Part of `<phone-setup>`.
 *
 * @csspart heading - What happened.
 * @csspart primary - The next thing.
 */
export class MessageElement extends StepElement {
  static override styles = [tokens, controls, frame, messageStyles];
  static override properties: PropertyDeclarations = {
    words: { attribute: false },
    drawing: { attribute: false },
    next: { attribute: false },
    canGoBack: { attribute: false },
  };
  declare words: PanelWords;
  declare drawing: IconName;
  /** What the button says to the flow. */
  declare next: SetupInput;
  declare canGoBack: boolean;

  override render() {
    const { words } = this;
    return html`
      <div class="frame">
        <div class="main">
          <span class="seal ${this.drawing}">${icon(this.drawing)}</span>
          <h2 part="heading" tabindex="-1">${words.heading}</h2>
          <p>${words.body}</p>
        </div>
        <div class="foot">
          ${this.canGoBack ? this.#back() : nothing}
          <button class="primary" part="primary" type="button" @click=${() => this.send(this.next)}>
            ${words.action}
          </button>
        </div>
      </div>
    `;
  }

  #back() {
    const goBack = () => this.send({ type: 'back-wanted' });
    return html`<button class="plain" type="button" @click=${goBack}>${icon('back')}${this.locale.back}</button>`;
  }
}
