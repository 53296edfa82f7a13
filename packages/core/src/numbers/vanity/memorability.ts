/** Points of what makes digits easy to keep; the sum is cut at 100. */
const points = {
  /** Per repetition of the same digit beyond the second in a row: 777 counts once, 7777 twice. */
  run: 16,
  /** Per step of a straight beyond the second: 345 counts once. */
  straight: 11,
  /** Two equal digits in a row: 44. */
  pair: 5,
  /** Two blocks that are the same: 1212, 123-123. */
  echo: 18,
  /** The last four read the same backwards: 4114. */
  mirror: 12,
  /** Per zero at the very end beyond the first: 500, 5000. */
  round: 12,
  /** Per digit that the last seven save below six different ones. */
  fewDigits: 4,
  /** Per letter of a word that the caller asked for. */
  letter: 9,
} as const;

const MOST = 100;
const SUBSCRIBER_DIGITS = 7;

/**
 * How easy a number is to remember, from 0 (nothing special) to 100 (hard to forget): repeated digits, straights,
 * pairs, echoes and round endings of the last seven digits, and letters of a word that it spells.
 *
 * @param phoneNumber E.164 or national digits; only the last seven count.
 * @param word the pattern that it matches, if one was asked for; only its letters count.
 */
export function memorability(phoneNumber: string, word = ''): number {
  const digits = phoneNumber.replace(/\D/g, '').slice(-SUBSCRIBER_DIGITS);
  const letters = word.replace(/[^A-Za-z]/g, '').length;
  const sum =
    repetition(digits) +
    straights(digits) +
    endings(digits) +
    points.fewDigits * Math.max(0, 5 - new Set(digits).size) +
    points.letter * letters;
  return Math.max(0, Math.min(MOST, sum));
}

function repetition(digits: string): number {
  let sum = 0;
  for (const [run] of digits.matchAll(/(\d)\1+/g)) {
    sum += run.length === 2 ? points.pair : points.pair + points.run * (run.length - 2);
  }
  return sum;
}

function straights(digits: string): number {
  let sum = 0;
  for (const step of [1, -1]) {
    let length = 1;
    for (let at = 1; at <= digits.length; at += 1) {
      const follows = Number(digits[at]) - Number(digits[at - 1]) === step;
      if (follows) length += 1;
      else {
        if (length >= 3) sum += points.straight * (length - 2);
        length = 1;
      }
    }
  }
  return sum;
}

function endings(digits: string): number {
  const last = digits.slice(-4);
  const [a, b, c, d] = last;
  let sum = 0;
  if (a !== b && a === c && b === d) sum += points.echo;
  if (a !== b && a === d && b === c) sum += points.mirror;
  if (digits.slice(0, 3) === digits.slice(-3) && new Set(digits.slice(-3)).size > 1) sum += points.echo;
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  return sum + points.round * Math.max(0, zeros - 1);
}
