import type { Random } from '../world/index.ts';

const KEYS: Record<string, string> = {
  a: '2',
  b: '2',
  c: '2',
  d: '3',
  e: '3',
  f: '3',
  g: '4',
  h: '4',
  i: '4',
  j: '5',
  k: '5',
  l: '5',
  m: '6',
  n: '6',
  o: '6',
  p: '7',
  q: '7',
  r: '7',
  s: '7',
  t: '8',
  u: '8',
  v: '8',
  w: '9',
  x: '9',
  y: '9',
  z: '9',
};

/** Letters as the telephone keypad has them: `COOL` is `2665`. Everything else stays. */
export function keypadDigits(text: string): string {
  return text.toLowerCase().replace(/[a-z]/g, (letter) => KEYS[letter] ?? letter);
}

/** Four-letter endings a business would ask for. */
const WORDS =
  'COOL HELP CALL HOME FOOD TAXI PETS AUTO HAIR BOOK SHOP CARE CASH GOLD PLAY WINE CAFE LAWS TECH COOK BIKE ' +
  'SOLD REAL FIRE BABY CARS DEAL EASY FAST FISH GIFT GOLF GYMS JOBS KIDS LAWN LOAN LOVE MOVE PARK POOL ROOF ' +
  'SAFE SNOW SPAS STAR SWIM TEAM TREE WASH WORK YOGA ZOOM';
const ENDINGS = WORDS.split(' ').map(keypadDigits);

const FIXED_LINES = [
  '1234',
  '4321',
  '2345',
  '5678',
  '1000',
  '2000',
  '5000',
  '7000',
  '8000',
  '0000',
  '1111',
  '7777',
];

/** A line number (last four digits) that people remember: a word, a repeat, a straight, a pair. */
export function memorableLine(random: Random): string {
  const digit = () => String(random.below(10));
  const [a, b] = [digit(), digit()];
  const kind = random.below(10);
  if (kind < 4) return ENDINGS[random.below(ENDINGS.length)] ?? '2665';
  if (kind < 6) return FIXED_LINES[random.below(FIXED_LINES.length)] ?? '1234';
  if (kind === 6) return a + b + a + b;
  if (kind === 7) return a + a + b + b;
  return kind === 8 ? `${a + b}00` : a + a + a + a;
}

/** The endings that every big city has in stock, so that a search for them does not come back empty. */
export const CITY_ENDINGS: readonly string[] = ['COOL', 'HELP', 'HOME', 'CARE'].map(keypadDigits);

/** Seven-letter words on the toll-free shelf. */
export const TOLL_FREE_WORDS: readonly string[] = (
  'FLOWERS PLUMBER LAWYERS DENTIST ROOFING REALTOR HEATING COOLING MOVINGS DOCTORS FITNESS GARDENS PARTIES ' +
  'TRAVELS TUTORED VITAMIN WELLNES CLEANUP COMFORT DELIVER'
)
  .split(' ')
  .map(keypadDigits);
