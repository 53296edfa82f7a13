import type { SetupState } from '@numberkit/contract';
import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Connection } from '../api/index.ts';
import { NumberkitErrorEvent } from '../events/index.ts';
import {
  canGoBack,
  createForwardingSnapshots,
  type ForwardingModel,
  type ForwardingNews,
  ForwardingSession,
  initialForwarding,
  NumberkitForwardingEvent,
} from '../forwarding/index.ts';
import { forwardingWords } from '../forwarding-words/index.ts';
import { choosePathStyles, orderProgressStyles, StepElement, searchFieldsStyles } from '../steps/index.ts';
import { choice, controls, frame, tokens } from '../theme/index.ts';
import { carrierViewStyles } from './carrier-view.styles.ts';
import { announceForwarding, describeWorkFailure, nameOfView } from './describe.ts';
import { forwardingStyles } from './forwarding.styles.ts';
import { renderView } from './render-view.ts';
import { failureView } from './result-view.ts';
import type { View } from './view.ts';

/** What a host may style, its guide's parts included. */
const PARTS =
  'heading, option, input, aside, number, stages, phone, code, caption, controls, dial, transcript, qr, copy, primary';

/**
 * Path B: an existing line that forwards its calls, from the question for its number to the proof, and back. Part of
 * `<phone-setup>`, fetched when it is wanted.
 *
 * @csspart heading - The question.
 * @csspart option - One choice.
 * @csspart input - A text field.
 * @csspart number - A number, large.
 * @csspart stages - The stages of a test call.
 * @csspart aside - What belongs to the question.
 * @csspart primary - The one main action.
 */
export class ForwardingElement extends StepElement {
  static override styles = [
    tokens,
    controls,
    choice,
    frame,
    choosePathStyles,
    searchFieldsStyles,
    orderProgressStyles,
    carrierViewStyles,
    forwardingStyles,
  ];
  static override properties: PropertyDeclarations = {
    setup: { attribute: false },
    connection: { attribute: false },
    guideUrl: { attribute: false },
    online: { attribute: false },
    model: { state: true },
  };
  declare setup: SetupState;
  declare connection: () => Connection;
  declare guideUrl: string;
  declare online: boolean;
  declare protected model: ForwardingModel;
  #session: ForwardingSession | null = null;
  #moveFocus = false;

  constructor() {
    super();
    this.guideUrl = '';
    this.online = true;
    this.model = initialForwarding;
    this.addEventListener('keydown', this.#goBackOnEscape);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', PARTS);
    document.addEventListener('visibilitychange', this.#look);
    this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#look);
    this.#session?.stop();
    this.#session = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.#session) this.#open();
    if (changed.has('online')) this.#session?.send({ type: 'connection-changed', online: this.online });
  }

  protected override updated(): void {
    if (!this.#moveFocus) return;
    this.#moveFocus = false;
    this.focusHeading();
  }

  override render() {
    if (!this.#session) return nothing;
    const view = this.#view();
    const { failure, online } = this.model;
    const told = failure && describeWorkFailure(failure, view.words, view.locale, online);
    const said = announceForwarding(view);
    return html`
      ${told ? failureView(view, told.words, told.drawing) : renderView(view)}
      <div class="hidden" role="status">${said.polite}</div>
      <div class="hidden" role="alert">${said.assertive}</div>
    `;
  }

  #view(): View {
    const { model, locale, setup, guideUrl } = this;
    return {
      model,
      words: forwardingWords(locale),
      locale,
      setup,
      guideUrl,
      goesBack: canGoBack(model) && (model.view !== 'line' || this.#canLeave()),
      say: (input) => this.#session?.send(input),
    };
  }

  /** Before the first step there are the other ways, or the number that is live already. */
  #canLeave(): boolean {
    return this.setup.paths.length > 1 || this.setup.numbers.some((each) => each.status === 'active');
  }

  /** What it needs are properties, which a template sets before the element is placed. */
  #open(): void {
    if (!this.setup || !this.isConnected || this.#session) return;
    this.#session = new ForwardingSession({
      tenantId: this.setup.tenant.id,
      connection: this.connection,
      snapshots: createForwardingSnapshots(() => sessionStorage),
      onChange: this.#show,
      onNews: this.#tell,
    });
    this.#session.start(this.setup.forwardings, this.online);
  }

  /** The focus follows the customer to a new view, but never comes from elsewhere in the page. */
  #show = (model: ForwardingModel) => {
    if (nameOfView(model) !== nameOfView(this.model)) this.#moveFocus = this.matches(':focus-within');
    this.model = model;
  };

  #tell = (news: ForwardingNews) => {
    switch (news.type) {
      case 'changed':
        return this.send({ type: 'forward-changed', forwarding: news.forwarding });
      case 'left':
        return this.send({ type: 'forward-left', to: news.to });
      case 'error':
        this.dispatchEvent(new NumberkitErrorEvent({ step: 'forward', ...news.failure }));
        return;
      default:
        this.dispatchEvent(new NumberkitForwardingEvent(news.type, news.forwarding));
    }
  };

  #look = () => {
    if (document.visibilityState === 'visible') this.#session?.send({ type: 'shown' });
  };

  /** Within forwarding Escape goes back one view; out of it only where there is somewhere to go. */
  #goBackOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    if (this.#view().goesBack) this.#session?.send({ type: 'back-wanted' });
  };
}
