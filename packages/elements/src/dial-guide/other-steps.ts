import type { AskCarrierStep, SettingsStep } from '@numberkit/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { GuideWords } from '../forwarding-words/index.ts';
import { grouped } from '../steps/index.ts';
import { guideIcon } from './guide-icon.ts';
import { pageOf } from './links.ts';

/** A button that copies `text`. */
export type CopyButton = (text: string, label: string) => TemplateResult;

/** Where to tap: the menus as rows of a screen, then the number to enter. */
export function settingsStep(step: SettingsStep, words: GuideWords, copy: CopyButton): TemplateResult {
  const page = pageOf(step);
  return html`
    <div class="settings">
      <p class="muted">${words.settings}</p>
      <ol class="menus">
        ${step.path.map((menu) => html`<li><bdi>${menu}</bdi>${guideIcon('chevron')}</li>`)}
        ${page ? html`<li class="link"><a class="button secondary" href=${page} target="_blank" rel="noopener noreferrer">${words.openPage}</a></li>` : nothing}
      </ol>
      ${step.enter ? enter(step.enter, words.enter, copy(step.enter, words.copyNumber)) : nothing}
      <p>${step.enter ? words.save : words.switchOff}</p>
    </div>
  `;
}

/** Whom to call and what to say. */
export function askStep(step: AskCarrierStep, words: GuideWords, copy: CopyButton): TemplateResult {
  return html`
    <div class="ask">
      <p><strong>${words.ask(step.carrierName)}</strong><br /><span class="muted">${words.askHow}</span></p>
      <figure>
        <figcaption class="muted">${words.say}</figcaption>
        <blockquote>${step.enter ? words.sayOn(step.enter) : words.sayOff}</blockquote>
      </figure>
      ${step.enter ? enter(step.enter, null, copy(step.enter, words.copyNumber)) : nothing}
    </div>
  `;
}

function enter(number: string, label: string | null, button: TemplateResult) {
  return html`<div class="enter">
    ${label ? html`<small class="muted">${label}</small>` : nothing}
    <span class="code" part="code"><span class="digits">${grouped(number)}</span></span>
    ${button}
  </div>`;
}
