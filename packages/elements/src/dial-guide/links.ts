import type { DialStep, SettingsStep } from '@numberkit/contract';

/** What dials the code. Nothing but a telephone link is ever followed, whatever a server says. */
export function telOf({ keys, tel }: DialStep): string {
  return /^tel:[0-9*+,%#-]+$/i.test(tel) ? tel : `tel:${keys.replaceAll('#', '%23')}`;
}

/** The page of a setting; null when there is none that may be opened. */
export function pageOf({ url }: SettingsStep): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
