import { html, svg, type TemplateResult } from 'lit';

const paths = {
  back: svg`<path d="m12 5-5 5 5 5" />`,
  search: svg`<circle cx="9" cy="9" r="5.25" /><path d="m13 13 3.5 3.5" />`,
  check: svg`<path d="m4.5 10.5 3.6 3.5 7.4-8" />`,
  copy: svg`<rect x="7" y="7" width="9.5" height="9.5" rx="2" /><path d="M13 4.5A1.5 1.5 0 0 0 11.5 3.5H5A1.5 1.5 0 0 0 3.5 5v6.5A1.5 1.5 0 0 0 4.5 13" />`,
  phone: svg`<path d="M4.2 3.5h2.3c.4 0 .8.3.9.7l.7 2.6c.1.4 0 .8-.3 1L6.3 9.2a10 10 0 0 0 4.5 4.5l1.4-1.5c.3-.3.7-.4 1-.3l2.6.7c.4.1.7.5.7.9v2.3c0 .4-.3.7-.7.7A12.3 12.3 0 0 1 3.5 4.2c0-.4.3-.7.7-.7Z" />`,
  alert: svg`<circle cx="10" cy="10" r="7" /><path d="M10 6.5v4M10 13.5v.01" />`,
  offline: svg`<path d="M3 3l14 14M6.2 11.2a5.5 5.5 0 0 1 2.6-1.5M12.3 10.1c.6.3 1.1.7 1.6 1.1M3.5 8.2a9.5 9.5 0 0 1 3.1-2M9.7 5.3a9.5 9.5 0 0 1 6.8 2.9M10 14.8v.01" />`,
  pin: svg`<path d="M10 17s5-4.3 5-8.5a5 5 0 0 0-10 0C5 12.7 10 17 10 17Z" /><circle cx="10" cy="8.5" r="1.75" />`,
  bolt: svg`<path d="m11 3-6 8h4.5L9 17l6-8h-4.5L11 3Z" />`,
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof paths;

/** A 20 px line drawing in the text colour, hidden from screen readers. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon icon-${name}" viewBox="0 0 20 20" aria-hidden="true">${paths[name]}</svg>`;
}
