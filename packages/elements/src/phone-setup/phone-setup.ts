import { DEFAULT_BASE_PATH, type TenantNumber } from '@numberkit/contract';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { type Connection, createApiClient } from '../api/index.ts';
import { english, type Locale, loadLocale } from '../locale/index.ts';
import {
  createSnapshotStore,
  initialModel,
  type SetupInput,
  type SetupModel,
  SetupSession,
  type SetupStep,
  stepBefore,
} from '../setup/index.ts';
import { SetupInputEvent, StepElement } from '../steps/index.ts';
import { controls, frame, tokens } from '../theme/index.ts';
import { pageTimers } from '../timers/index.ts';
import { announce } from './announce.ts';
import { loadForwarding } from './load-forwarding.ts';
import { fills, languageOf, oneTabAtATime } from './page.ts';
import { phoneSetupStyles } from './phone-setup.styles.ts';
import { offlineBar, renderStep, viewName } from './render-step.ts';
import { toEvent } from './to-event.ts';

/** The most height a step may keep of the one before it, in px. */
const MOST_RESERVED = 480;

/**
 * `<phone-setup>`: from "I have no number" to "my number is live" in at most three clicks.
 *
 * It asks a numberkit server (`api-base`) where this tenant stands and opens at the right step; a reload, a lost
 * connection or a second tab come back to the same place. It never throws at the page and never buys twice.
 *
 * @example
 * ```html
 * <script type="module">import '@numberkit/elements/define';</script>
 * <phone-setup api-base="/api/twilio"></phone-setup>
 * ```
 *
 * @slot next - What the customer should do after the number is live; replaces the built-in list.
 * @slot port - The host's own step for moving a number.
 *
 * @event {NumberkitActivatedEvent} numberkit-activated - A number takes calls from now on.
 * @event {NumberkitStepEvent} numberkit-step - The customer came to another step.
 * @event {NumberkitForwardingEvent} numberkit-forwarding - A line began to forward, was proved to, stopped, or is proved off.
 * @event {NumberkitPathEvent} numberkit-path - A way was chosen that the host carries on.
 * @event {NumberkitLeaveEvent} numberkit-leave - The customer does not wait for a slow order.
 * @event {NumberkitErrorEvent} numberkit-error - Something failed and the customer was told.
 *
 * @csspart card - The card around everything.
 * @csspart heading - The heading of the step.
 * @csspart option - One choice: a way, or a number in the list.
 * @csspart input - A text field.
 * @csspart chip - A suggested area code.
 * @csspart aside - What belongs to the question, at its side on wide screens.
 * @csspart price - The price beside the button.
 * @csspart number - The number, large.
 * @csspart stages - The stages of an order.
 * @csspart phone - The drawn phone of the guide.
 * @csspart code - The code to dial, or the number to enter.
 * @csspart caption - What the guide shows at this moment.
 * @csspart controls - The controls of the guide.
 * @csspart dial - The link that dials the code.
 * @csspart transcript - All keys of the code as text.
 * @csspart qr - The QR code.
 * @csspart copy - The button that copies the number.
 * @csspart primary - The one main action of the step.
 *
 * @cssproperty [--numberkit-color-accent] - Buttons and choices. Text on it is black or white by contrast.
 * @cssproperty [--numberkit-color-surface] - Behind everything.
 * @cssproperty [--numberkit-color-text] - Text.
 * @cssproperty [--numberkit-color-muted] - Text of second rank.
 * @cssproperty [--numberkit-color-border] - Lines.
 * @cssproperty [--numberkit-color-danger] - What failed.
 * @cssproperty [--numberkit-color-success] - What worked.
 * @cssproperty [--numberkit-radius=12px] - Corners.
 * @cssproperty [--numberkit-font=inherit] - Font family.
 * @cssproperty [--numberkit-space=8px] - The unit of all distances.
 */
export class PhoneSetupElement extends LitElement {
  static override styles = [tokens, controls, frame, phoneSetupStyles];
  static override properties: PropertyDeclarations = {
    apiBase: { attribute: 'api-base' },
    sessionToken: { attribute: 'session-token' },
    agentGreeting: { attribute: 'agent-greeting' },
    callUrl: { attribute: 'call-url' },
    priceNote: { attribute: 'price-note' },
    guideUrl: { attribute: 'guide-url' },
    theme: { reflect: true },
    lang: { reflect: true },
    fetch: { attribute: false },
    locale: { attribute: false },
    model: { state: true },
    words: { state: true },
  };

  /** Where the numberkit server is mounted. */
  declare apiBase: string;
  /** A token from `sessions.create`, for pages without a cookie. */
  declare sessionToken: string;
  /** What the agent says first; else the server's word counts. */
  declare agentGreeting: string | null;
  /** What calls the live number, which is added at its end: `tel:`, or a simulator's phone page. */
  declare callUrl: string;
  /** Added after the price: `included in your plan`. */
  declare priceNote: string;
  /** Your page with a `<phone-dial-guide>`; a QR code opens it on the customer's phone. */
  declare guideUrl: string;
  /** Unset: as the page (`color-scheme`). `auto`: as the system. */
  declare theme: 'light' | 'dark' | 'auto' | null;
  /** Every request goes through this. */
  declare fetch: typeof globalThis.fetch;
  /** A string table of the host's own; goes before `lang`. */
  declare locale: Locale | null;

  declare protected model: SetupModel;
  declare protected words: Locale;
  #session: SetupSession | null = null;
  #moveFocus = false;

  constructor() {
    super();
    this.apiBase = DEFAULT_BASE_PATH;
    this.sessionToken = '';
    this.agentGreeting = null;
    this.callUrl = 'tel:';
    this.priceNote = '';
    this.guideUrl = '';
    this.theme = null;
    this.lang = '';
    this.fetch = (...request) => globalThis.fetch(...request);
    this.locale = null;
    this.model = initialModel;
    this.words = english;
    this.addEventListener('keydown', this.#goBackOnEscape);
  }

  /** The step on screen. */
  get step(): SetupStep {
    return this.model.step;
  }

  /** The number that is live; null before. */
  get number(): TenantNumber | null {
    return this.model.live?.number ?? null;
  }

  /** Asks the server again where this tenant stands, and opens at the step that follows from it. */
  reload(): void {
    this.#session?.stop();
    this.#session = this.#createSession();
    this.model = this.#session.model;
    this.#session.send({ type: 'start', online: navigator.onLine });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('online', this.#noticeConnection);
    globalThis.addEventListener('offline', this.#noticeConnection);
    // A task later, so that a framework can set properties after it has placed the element.
    this.updateComplete.then(() => {
      if (this.isConnected && !this.#session) this.reload();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('online', this.#noticeConnection);
    globalThis.removeEventListener('offline', this.#noticeConnection);
    this.#session?.stop();
    this.#session = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('lang') || changed.has('locale')) this.#chooseLocale();
  }

  protected override updated(changed: PropertyValues): void {
    if (this.#session && changed.has('apiBase')) this.reload();
    const signedOut = this.model.opening.failure?.kind === 'unauthorized' && this.model.step === 'opening';
    if (changed.has('sessionToken') && signedOut) this.#send({ type: 'retry-wanted' });
    const step = this.renderRoot.querySelector('.stage')?.firstElementChild;
    // While a step is fetched there is no heading yet: the focus waits for it, unless it went elsewhere.
    if (!this.#moveFocus || !(step instanceof StepElement)) return;
    this.#moveFocus = false;
    if (document.activeElement === document.body || this.matches(':focus-within')) step.focusHeading();
  }

  override render() {
    const { model, words } = this;
    const said = announce(model, words);
    const host = {
      greeting: this.agentGreeting,
      callUrl: this.callUrl,
      priceNote: this.priceNote,
      guideUrl: this.guideUrl,
      connection: this.#connection,
      fills: (slot: string) => fills(this, slot),
    };
    return html`
      <div class="card" part="card" lang=${words.tag}>
        ${model.online ? nothing : offlineBar(words)}
        <div class="stage" @numberkit-input=${this.#hear}>${renderStep(model, words, host)}</div>
        <div class="hidden" role="status">${said.polite}</div>
        <div class="hidden" role="alert">${said.assertive}</div>
      </div>
    `;
  }

  #connection = (): Connection => ({
    baseUrl: this.apiBase,
    fetch: this.fetch,
    sessionToken: this.sessionToken,
    timers: pageTimers,
  });

  #createSession(): SetupSession {
    return new SetupSession({
      client: () => createApiClient(this.#connection()),
      loadForwarding,
      snapshots: createSnapshotStore(() => sessionStorage),
      timers: pageTimers,
      exclusively: oneTabAtATime,
      onChange: this.#show,
      onNews: (news) => this.dispatchEvent(toEvent(news)),
    });
  }

  /** The focus follows the customer to a new step, but never comes from elsewhere in the page. */
  #show = (model: SetupModel) => {
    const moved = viewName(model, this.words) !== viewName(this.model, this.words);
    if (moved) {
      this.#moveFocus ||= this.matches(':focus-within');
      const height = this.renderRoot.querySelector<HTMLElement>('.stage')?.offsetHeight ?? 0;
      const reserved = model.step === 'order' ? `${Math.min(height, MOST_RESERVED)}px` : '0px';
      this.style.setProperty('--_reserved', reserved);
    }
    this.model = model;
  };

  async #chooseLocale(): Promise<void> {
    const { locale, lang } = this;
    const words = locale ?? (await loadLocale(lang || languageOf(this)));
    // Another language may have been chosen while this one was fetched.
    if (locale === this.locale && lang === this.lang) this.words = words;
  }

  #send(input: SetupInput): void {
    this.#session?.send(input);
  }

  #hear = (event: Event) => {
    if (event instanceof SetupInputEvent) this.#send(event.input);
  };

  #noticeConnection = () => this.#send({ type: 'connection-changed', online: navigator.onLine });

  #goBackOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    if (!stepBefore(this.model)) return;
    event.preventDefault();
    this.#send({ type: 'back-wanted' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'phone-setup': PhoneSetupElement;
  }
}
