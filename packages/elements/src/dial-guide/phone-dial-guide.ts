import type { DialStep, ForwardingPlan, ForwardingStep } from '@numberkit/contract';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, svg } from 'lit';
import { englishForwarding, forwardingWords, type GuideWords } from '../forwarding-words/index.ts';
import { icon } from '../icons/index.ts';
import { drawQr, type QrDrawing } from '../qr/index.ts';
import { grouped } from '../steps/index.ts';
import { controls, tokens } from '../theme/index.ts';
import { pageTimers } from '../timers/index.ts';
import { type Beat, beatsOf } from './beats.ts';
import { type GuideIconName, guideIcon } from './guide-icon.ts';
import { keypadStyles } from './keypad.styles.ts';
import { drawPhone } from './keypad.ts';
import { telOf } from './links.ts';
import { otherStepsStyles } from './other-steps.styles.ts';
import { askStep, settingsStep } from './other-steps.ts';
import { phoneDialGuideStyles } from './phone-dial-guide.styles.ts';
import { type Played, Player } from './player.ts';
import { captionOf, transcribe } from './transcript.ts';

/**
 * `<phone-dial-guide>`: how to turn a forwarding on or off, to follow with the phone in the other hand. A phone shows
 * each key as it is pressed; the code can be copied, dialled with one tap, or taken to the phone by a QR code. Carriers
 * without codes get the menus to open, or what to say to them.
 *
 * @example
 * ```html
 * <script type="module">import '@numberkit/elements/define';</script>
 * <phone-dial-guide></phone-dial-guide>
 * <script>document.querySelector('phone-dial-guide').plan = forwarding.plan;</script>
 * ```
 *
 * @csspart phone - The drawn phone.
 * @csspart code - The code, or the number to enter.
 * @csspart caption - What happens at this moment.
 * @csspart controls - Play, pause, step and start over.
 * @csspart copy - The button that copies.
 * @csspart dial - The link that dials.
 * @csspart qr - The QR code.
 * @csspart transcript - All keys as text.
 */
export class PhoneDialGuideElement extends LitElement {
  static override styles = [tokens, controls, keypadStyles, otherStepsStyles, phoneDialGuideStyles];
  static override properties: PropertyDeclarations = {
    guideUrl: { attribute: 'guide-url' },
    lang: { reflect: true },
    plan: { attribute: false },
    locale: { attribute: false },
    played: { state: true },
    stepIndex: { state: true },
    copied: { state: true },
    qr: { state: true },
  };

  /** The page of the host that shows this guide, for the QR code; without one, the code dials. */
  declare guideUrl: string;
  /** What to do; nothing is shown without. */
  declare plan: ForwardingPlan | null;
  /** The words; goes before `lang`. */
  declare locale: GuideWords | null;
  declare protected played: Played;
  declare protected stepIndex: number;
  declare protected copied: 'no' | 'yes' | 'failed';
  declare protected qr: QrDrawing | null;
  #player = new Player(pageTimers, (played) => {
    this.played = played;
  });

  constructor() {
    super();
    this.guideUrl = '';
    this.lang = '';
    this.plan = null;
    this.locale = null;
    this.played = { index: -1, playing: false };
    this.stepIndex = 0;
    this.copied = 'no';
    this.qr = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#player.pause();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('plan')) this.stepIndex = 0;
    if (!changed.has('plan') && !changed.has('stepIndex') && !changed.has('guideUrl')) return;
    const step = this.#step();
    this.copied = 'no';
    this.#player.load(step?.kind === 'dial' ? beatsOf(step) : []);
    this.#drawQr(step);
  }

  override render() {
    const step = this.#step();
    if (!step || !this.plan) return nothing;
    const words = this.#words();
    const count = this.plan.steps.length;
    return html`
      <div class="guide ${step.kind}">
        ${count > 1 ? this.#progress(count, words) : nothing}
        ${step.kind === 'dial' ? this.#dial(step, words) : nothing}
        ${step.kind === 'settings' ? settingsStep(step, words, this.#copyButton) : nothing}
        ${step.kind === 'ask-carrier' ? askStep(step, words, this.#copyButton) : nothing}
      </div>
    `;
  }

  #step(): ForwardingStep | null {
    return this.plan?.steps[this.stepIndex] ?? null;
  }

  #words(): GuideWords {
    if (this.locale) return this.locale;
    const language = this.lang || this.closest<HTMLElement>('[lang]')?.lang || '';
    return language ? forwardingWords({ tag: language }).guide : englishForwarding.guide;
  }

  #progress(count: number, words: GuideWords) {
    const show = (index: number) => () => {
      this.stepIndex = index;
    };
    return html`<div class="steps" role="group" aria-label=${words.stepOf(this.stepIndex + 1, count)}>
      ${this.plan?.steps.map((_, index) => {
        const current = index === this.stepIndex;
        return html`<button class="step" type="button" aria-current=${current ? 'step' : nothing} @click=${show(index)}>
          ${words.stepOf(index + 1, count)}
        </button>`;
      })}
    </div>`;
  }

  #dial(step: DialStep, words: GuideWords) {
    const beats = beatsOf(step);
    const beat = beats[this.played.index] ?? null;
    const desk = step.press === 'lift';
    return html`
      <div class="picture" part="phone">${drawPhone({ keys: step.keys, desk, beat })}</div>
      <div class="beside">
        <div class="what">
          <small class="muted">${desk ? words.dialOnDesk : words.dial}</small>
          <p class="code hero" part="code"><span class="digits">${this.#code(step, beat)}</span></p>
          <small class="muted">
            ${step.mustBeAnswered ? words.mustBeAnswered : nothing} ${words.hears[step.hears] ?? words.hears.message}
          </small>
        </div>
        ${this.#controls(step, beats, words)}
        <div class="actions">
          ${desk ? nothing : html`<a class="button secondary dial-link" part="dial" href=${telOf(step)}>${icon('phone')}${words.dialForMe}</a>`}
          ${this.#copyButton(step.keys, words.copyCode)}
        </div>
        ${this.#scan(words)}
        <details part="transcript">
          <summary>${words.transcript}</summary>
          <ol>${transcribe(step, words).map((line) => html`<li>${line}</li>`)}</ol>
        </details>
      </div>
    `;
  }

  /** The code grouped as people read it; the keys that were pressed stand out. */
  #code(step: DialStep, beat: Beat | null) {
    if (!beat || this.played.index < 0) return grouped(step.shown);
    let keys = 0;
    const end = Array.from(step.shown).findIndex((character) => {
      if (keys >= beat.typed) return true;
      if (/[0-9*#]/.test(character)) keys += 1;
      return false;
    });
    const cut = end < 0 ? step.shown.length : end;
    return html`<mark>${grouped(step.shown.slice(0, cut))}</mark>${grouped(step.shown.slice(cut))}`;
  }

  #controls(step: DialStep, beats: readonly Beat[], words: GuideWords) {
    const { index, playing } = this.played;
    const beat = beats[index];
    const caption = beat ? captionOf(beat, step, words) : words.ready;
    const player = this.#player;
    const button = (name: GuideIconName & keyof GuideWords, act: () => void, off = false) =>
      html`<button class="control ${name}" type="button" aria-label=${words[name]} title=${words[name]} ?disabled=${off} @click=${act}>
        ${guideIcon(name)}
      </button>`;
    const main = playing ? 'pause' : 'play';
    const playOrPause = () => (playing ? player.pause() : player.play());
    return html`<div class="player">
      <p class="caption" part="caption" aria-live=${playing ? 'off' : 'polite'}>${caption}</p>
      <div class="controls" part="controls" dir="ltr" role="group" aria-label=${words.controls}>
        <button class="control ${main}" type="button" @click=${playOrPause}>${guideIcon(main)}${words[main]}</button>
        ${button('back', () => player.step(-1), index < 0)}
        ${button('forward', () => player.step(1), index >= beats.length - 1)}
        ${button('replay', () => player.replay(), index < 0)}
      </div>
    </div>`;
  }

  #copyButton = (text: string, label: string) => {
    const words = this.#words();
    const said = { no: label, yes: words.copied, failed: words.copyFailed }[this.copied];
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(text);
        this.copied = 'yes';
      } catch {
        this.copied = 'failed';
      }
    };
    return html`<button class="secondary copy" part="copy" type="button" @click=${copy}>
      ${icon(this.copied === 'yes' ? 'check' : 'copy')}<span aria-live="polite">${said}</span>
    </button>`;
  };

  #scan(words: GuideWords) {
    if (!this.qr) return nothing;
    const { size, path } = this.qr;
    return html`<div class="scan">
      <span class="tile" part="qr" role="img" aria-label=${words.qr}>
        <svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${svg`<path d=${path} />`}</svg>
      </span>
      <small class="muted">${this.guideUrl ? words.scanGuide : words.scanDial}</small>
    </div>`;
  }

  /** A desk phone cannot be made to dial by scanning; the host's page can still be taken along. */
  async #drawQr(step: ForwardingStep | null): Promise<void> {
    this.qr = null;
    const dials = step?.kind === 'dial' && step.press === 'call' ? telOf(step) : '';
    const text = step?.kind === 'dial' ? this.guideUrl || dials : '';
    if (!text) return;
    try {
      const drawn = await drawQr(text);
      if (step === this.#step()) this.qr = drawn;
    } catch {
      // Without the encoder there is still the code to copy and to dial.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-dial-guide': PhoneDialGuideElement;
  }
}
