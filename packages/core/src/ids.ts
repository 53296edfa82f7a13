import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Prefixes of our ids; the glossary says what each thing is. */
export type IdPrefix = 'num' | 'op' | 'clm' | 'fwd' | 'fwt' | 'trl' | 'req' | 'run' | 'ses';

/** Makes ids such as `num_01k7…`: prefixed, unique, and sorted by the time they were made. */
export type Ids = (prefix: IdPrefix) => string;

// Crockford's base 32: no i, l, o, u, so an id survives being read aloud.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARACTERS = 10;
const RANDOM_BYTES = 10;

/**
 * Ids made by one `Ids` sort in the order they were made, also within a millisecond: the random part of the one before
 * is counted up then. Between processes they sort by the clock.
 * @param random returns that many random bytes; the default is the system's secure source.
 */
export function createIds(clock: Clock, random: (size: number) => Uint8Array = randomBytes): Ids {
  let time = -1;
  let bytes = new Uint8Array(RANDOM_BYTES);
  return (prefix) => {
    const now = clock.now().getTime();
    if (now > time) {
      time = now;
      bytes = Uint8Array.from(random(RANDOM_BYTES));
    } else if (!countUp(bytes)) {
      time += 1;
    }
    return `${prefix}_${encodeTime(time)}${encodeBytes(bytes)}`;
  };
}

/** Adds one to a big-endian number. @returns false when it ran over to zero. */
function countUp(bytes: Uint8Array): boolean {
  for (let place = bytes.length - 1; place >= 0; place -= 1) {
    const sum = (bytes[place] ?? 0) + 1;
    bytes[place] = sum & 0xff;
    if (sum <= 0xff) return true;
  }
  return false;
}

function encodeTime(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let place = 0; place < TIME_CHARACTERS; place += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function encodeBytes(bytes: Uint8Array): string {
  let bits = 0;
  let width = 0;
  let text = '';
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    width += 8;
    while (width >= 5) {
      width -= 5;
      text += ALPHABET.charAt((bits >>> width) & 31);
    }
    bits &= (1 << width) - 1;
  }
  return text;
}
