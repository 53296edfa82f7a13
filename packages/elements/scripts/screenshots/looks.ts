import type { BrowserContextOptions } from 'playwright-core';

/** One way to look at every scene. */
export interface Look {
  readonly width: number;
  readonly html?: string;
  readonly style?: string;
  readonly context?: BrowserContextOptions;
}

/** Light, dark, three widths, right to left, German, large text, forced colours, and a host with tokens of its own. */
export const looks: Readonly<Record<string, Look>> = {
  'light-960': { width: 960 },
  'light-480': { width: 480 },
  'light-360': { width: 360 },
  'light-320': { width: 320 },
  'dark-960': { width: 960, style: ':root { color-scheme: dark; background: #0d0e11 }' },
  'dark-360': { width: 360, style: ':root { color-scheme: dark; background: #0d0e11 }' },
  'dark-320': { width: 320, style: ':root { color-scheme: dark; background: #0d0e11 }' },
  'rtl-960': { width: 960, html: 'dir="rtl"' },
  'rtl-360': { width: 360, html: 'dir="rtl"' },
  'german-960': { width: 960, html: 'lang="de"' },
  'german-360': { width: 360, html: 'lang="de"' },
  'german-320': { width: 320, html: 'lang="de"' },
  'large-text-960': { width: 960, style: 'body { font-size: 200% }' },
  'large-text-320': { width: 320, style: 'body { font-size: 200% }' },
  'forced-960': { width: 960, context: { forcedColors: 'active' } },
  'host-960': {
    width: 960,
    style: `phone-setup { --numberkit-color-accent: #ffb100; --numberkit-radius: 4px;
      --numberkit-font: Georgia, 'DejaVu Serif', serif }`,
  },
};
