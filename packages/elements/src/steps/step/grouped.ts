import { html, type TemplateResult } from 'lit';

/**
 * A number as written, which breaks between its groups only. The dash keeps its own width: many fonts widen it
 * along with tabular figures.
 */
export function grouped(display: string): readonly (string | TemplateResult)[] {
  return display.split(/( )/).map((part) => (part === ' ' ? part : group(part)));
}

function group(text: string): TemplateResult {
  const parts = text.split(/(-)/).map((part) => (part === '-' ? html`<span class="dash">-</span>` : part));
  return html`<span class="group">${parts}</span>`;
}
