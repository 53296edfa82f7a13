export { english } from './english.ts';
export { formatMiles, formatMoney } from './format.ts';
export { loadLocale } from './load-locale.ts';
export type { Locale, PanelWords, PathWords } from './locale.ts';
