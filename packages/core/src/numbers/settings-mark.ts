import { createHash } from 'node:crypto';
import type { NumberSettings } from '../carrier/index.ts';

/** A short text that is equal for equal voice settings: what a number was last pointed at, without the addresses. */
export function settingsMark(settings: NumberSettings): string {
  const parts = [settings.voiceUrl, settings.voiceFallbackUrl ?? '', settings.statusCallback ?? ''];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
