import type { Random } from './random.ts';

/** Makes Twilio SIDs: a two-letter prefix and 32 hexadecimal digits. */
export interface Ids {
  sid(prefix: string): string;
}

export function createIds(random: Random): Ids {
  const word = () => random.below(0x1_0000_0000).toString(16).padStart(8, '0');
  return { sid: (prefix) => prefix + word() + word() + word() + word() };
}
