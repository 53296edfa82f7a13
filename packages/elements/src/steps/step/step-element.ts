import { LitElement, type PropertyDeclarations } from 'lit';
import { english, type Locale } from '../../locale/index.ts';
import type { SetupInput } from '../../setup/index.ts';
import { SetupInputEvent } from './setup-input-event.ts';

/** What every step has: its words, a way to say what the customer did, and a heading that takes the focus. */
export class StepElement extends LitElement {
  static override properties: PropertyDeclarations = { locale: { attribute: false } };
  declare locale: Locale;

  constructor() {
    super();
    this.locale = english;
  }

  /** Moves the focus to the heading, once it is there. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus({ preventScroll: false });
  }

  protected send(input: SetupInput): void {
    this.dispatchEvent(new SetupInputEvent(input));
  }
}
