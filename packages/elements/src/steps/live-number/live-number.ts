import { html, nothing, type PropertyDeclarations, type PropertyValues, svg } from 'lit';
import { icon } from '../../icons/index.ts';
import { drawQr, type QrDrawing } from '../../qr/index.ts';
import type { Live } from '../../setup/index.ts';
import { controls, frame, tokens } from '../../theme/index.ts';
import { grouped, hero, StepElement } from '../step/index.ts';
import { liveNumberStyles } from './live-number.styles.ts';

/**
 * A number that takes calls: call it, copy it, scan it, and what to do next. Part of `<phone-setup>`.
 *
 * @slot note - Lines that forward to it.
 * @slot next - Replaces the list of what to do next.
 * @csspart heading - That it is live.
 * @csspart number - The number.
 * @csspart qr - The QR code.
 * @csspart aside - The QR code and what to do next.
 * @csspart primary - The link that calls.
 * @csspart copy - The button that copies.
 */
export class LiveNumberElement extends StepElement {
  static override styles = [tokens, controls, frame, hero, liveNumberStyles];
  static override properties: PropertyDeclarations = {
    live: { attribute: false },
    greeting: { attribute: false },
    callUrl: { attribute: false },
    canGetAnother: { attribute: false },
    canForward: { attribute: false },
    copied: { state: true },
    qr: { state: true },
  };
  declare live: Live;
  /** What the agent says first; null when nobody told. */
  declare greeting: string | null;
  /** What calls the number. */
  declare callUrl: string;
  declare canGetAnother: boolean;
  /** No line forwards to it yet, and one may. */
  declare canForward: boolean;
  declare copied: 'no' | 'yes' | 'failed';
  declare qr: QrDrawing | null | undefined;

  constructor() {
    super();
    this.copied = 'no';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('callUrl')) this.#drawQr();
  }

  override render() {
    const { locale, live } = this;
    const words = locale.live;
    return html`
      <div class="frame">
        <div class="main">
          <h2 part="heading" tabindex="-1"><span class="seal">${icon('check')}</span>${words.heading}</h2>
          <p class="hero" part="number"><span class="digits">${grouped(live.number.display)}</span></p>
          ${live.insteadOf ? html`<p class="muted">${words.instead(live.insteadOf)}</p>` : nothing}
          <p>${words.call}</p>
          <slot name="note"></slot>
          ${this.greeting ? this.#greeting(this.greeting) : nothing}
          ${this.canForward ? this.#forward() : nothing}
        </div>
        <aside class="aside" part="aside">
          ${this.qr === null ? nothing : this.#scan()}
          <slot name="next">${this.#next()}</slot>
        </aside>
        <div class="foot">
          ${this.canGetAnother ? this.#another() : html`<span></span>`}
          <div class="actions">${this.#copyButton()}${this.#call()}</div>
        </div>
      </div>
    `;
  }

  #greeting(greeting: string) {
    return html`<figure>
      <figcaption class="muted">${this.locale.live.greeting}</figcaption>
      <blockquote>${greeting}</blockquote>
    </figure>`;
  }

  #scan() {
    const words = this.locale.live;
    const label = words.qr(this.live.number.display);
    return html`<div class="scan">
      ${
        this.qr
          ? html`<span class="tile code" part="qr" role="img" aria-label=${label}>${drawing(this.qr)}</span>`
          : html`<span class="tile bone" aria-hidden="true"></span>`
      }
      <small class="muted">${words.scan}</small>
    </div>`;
  }

  #next() {
    const words = this.locale.live;
    return html`<div class="next">
      <h3>${words.next}</h3>
      <ul>${words.nextSteps.map((each) => html`<li>${each}</li>`)}</ul>
    </div>`;
  }

  #another() {
    const want = () => this.send({ type: 'another-wanted' });
    return html`<button class="plain" type="button" @click=${want}>${this.locale.live.another}</button>`;
  }

  #forward() {
    const want = () => this.send({ type: 'forward-wanted' });
    return html`<button class="plain keep" type="button" @click=${want}>${this.locale.live.forward}</button>`;
  }

  #call() {
    return html`<a class="button primary" part="primary" href=${this.callUrl}>${icon('phone')}${this.locale.live.callNow}</a>`;
  }

  #copyButton() {
    const words = this.locale.live;
    const label = { no: words.copy, yes: words.copied, failed: words.copyFailed }[this.copied];
    return html`<button class="secondary wide" part="copy" type="button" @click=${this.#copy}>
      ${icon(this.copied === 'yes' ? 'check' : 'copy')}<span aria-live="polite">${label}</span>
    </button>`;
  }

  #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.live.number.display);
      this.copied = 'yes';
    } catch {
      this.copied = 'failed';
    }
  };

  async #drawQr(): Promise<void> {
    this.qr = undefined;
    try {
      this.qr = await drawQr(this.callUrl);
    } catch {
      // Without the encoder the page still has the link and the number.
      this.qr = null;
    }
  }
}

function drawing({ size, path }: QrDrawing) {
  return html`<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${svg`<path d=${path} />`}</svg>`;
}
