import { html, svg, type TemplateResult } from 'lit';

const paths = {
  back: svg`<path d="m12 5-5 5 5 5" />`,
  search: svg`<circle cx="9" cy="9" r="5.25" /><path d="m13 13 3.5 3.5" />`,
  check: svg`<path d="m4.5 10.5 3.6 3.5 7.4-8" />`,
  copy: svg`<rect x="7" y="7" width="9.5" height="9.5" rx="2" /><path d="M13 4.5A1.5 1.5 0 0 0 11.5 3.5H5A1.5 1.5 0 0 0 3.5 5v6.5A1.5 1.5 0 0 0 4.5 13" />`,
  phone: svg`<path d="M4.2 3.5h2.3c.4 0 .8.3.9.7l.7 2.6c.1.4 0 .8-.3 1L6.300 9.200a10 10 0 0 0 4.500 4.500l1.400-1.500c.3-.3.7-.4 1-.3l2.600.7c.4.1.7.5.7.9v2.300c0 .4-.3.700-.700.700A12.300 12.300 0 0 1 3.500 4.200c0-.4.3-.700.700-.700Z" />`,
  alert: svg`<circle cx="10" cy="10" r="7" /><path d="M10 6.500v4M10 13.500v.010" />`,
  offline: svg`<path d="M3 3l14 14M6.200 11.200a5.500 5.500 0 0 1 2.600-1.500M12.300 10.100c.6.3 1.100.7 1.600 1.100M3.500 8.200a9.500 9.500 0 0 1 3.100-2M9.700 5.300a9.500 9.500 0 0 1 6.800 2.900M10 14.800v.010" />`,
  pin: svg`<path d="M10 17s5-4.300 5-8.500a5 5 0 0 0-10 0C5 12.700 10 17 10 17Z" /><circle cx="10" cy="8.500" r="1.750" />`,
  bolt: svg`<path d="m11 3-6 8h4.500L9 17l6-8h-4.500L11 3Z" />`,
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof paths;

/** A 20 px line drawing in the text colour, hidden from screen readers. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon icon-${name}" viewBox="0 0 20 20" aria-hidden="true">${paths[name]}</svg>`;
}
