import { html, svg, type TemplateResult } from 'lit';

const paths = {
  play: svg`<path d="M6.5 4.5v11l9-5.5-9-5.5Z" fill="currentColor" />`,
  pause: svg`<path d="M7 5v10M13 5v10" stroke-width="2.75" />`,
  back: svg`<path d="m13 5.5-6 4.5 6 4.5v-9Z" /><path d="M5 5.5v9" />`,
  forward: svg`<path d="m7 5.5 6 4.5-6 4.5v-9Z" /><path d="M15 5.5v9" />`,
  replay: svg`<path d="M4.5 10a5.5 5.5 0 1 0 1.8-4.1M4.5 3.5v3.2h3.2" />`,
  chevron: svg`<path d="m8 5 5 5-5 5" />`,
} as const;

/** The name of a drawing of the guide. */
export type GuideIconName = keyof typeof paths;

/** As `icon`, for the guide: its controls point the same way in every script, as those of all players do. */
export function guideIcon(name: GuideIconName): TemplateResult {
  return html`<svg class="icon glyph-${name}" viewBox="0 0 20 20" aria-hidden="true">${paths[name]}</svg>`;
}
