import type { SetupState } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { ForwardingInput, ForwardingModel } from '../forwarding/index.ts';
import type { ForwardingLocale } from '../forwarding-words/index.ts';
import { icon } from '../icons/index.ts';
import type { Locale } from '../locale/index.ts';
import { grouped } from '../steps/index.ts';

/** All that a view shows and says. */
export interface View {
  readonly model: ForwardingModel;
  readonly words: ForwardingLocale;
  readonly locale: Locale;
  readonly setup: SetupState;
  readonly guideUrl: string;
  readonly goesBack: boolean;
  readonly say: (input: ForwardingInput) => void;
}

/** "Back", where there is a way back. */
export function backButton({ goesBack, locale, say }: View): TemplateResult | typeof nothing {
  if (!goesBack) return nothing;
  return html`<button class="plain back" type="button" @click=${() => say({ type: 'back-wanted' })}>
    ${icon('back')}${locale.back}
  </button>`;
}

/** A number as the hero of its view. */
export function heroNumber(display: string): TemplateResult {
  return html`<p class="hero" part="number"><span class="digits">${grouped(display)}</span></p>`;
}

/** A heading with its drawing, beside the text that says what it means. */
export function question(text: string): TemplateResult {
  return html`<h2 id="question" part="heading" tabindex="-1">${text}</h2>`;
}

/** What a form does when it is sent. */
export function onSubmit(say: View['say'], input: ForwardingInput): (event: Event) => void {
  return (event) => {
    event.preventDefault();
    say(input);
  };
}
