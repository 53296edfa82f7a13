/** Digits that stay readable at the end, so that two masked numbers can be told apart. */
const VISIBLE_DIGITS = 2;
/** Fewer digits than this are not a phone number, unless written with a plus or in the local form 555-0142. */
const SHORTEST_BARE = 10;
const SHORTEST_WITH_PLUS = 7;

// What stands between the digits of a written phone number: blanks, brackets, dots, any dash, slashes, invisible
// direction marks that phones put around copied numbers, and the URL-encoded form of these.
const separator = String.raw`(?:[\s()\[\].,/+_*·•\p{Pd}\p{Cf}]|%2[0-9a-f])`;
const candidate = String.raw`(?:\+|%2b)?${separator}{0,3}\p{Nd}(?:${separator}{0,4}\p{Nd})+`;

// Things of our logs that are made of digits but are no phone numbers: carrier SIDs, our ids, UUIDs, times.
const spared = [
  String.raw`(?<![\p{L}\p{Nd}])[A-Z]{2}[0-9a-f]{32}(?![\p{L}\p{Nd}])`,
  String.raw`(?<![\p{L}\p{Nd}])(?:num|op|clm|trl|req|run|ses)_[0-9a-z]{26}(?![\p{L}\p{Nd}])`,
  String.raw`(?<![\p{L}\p{Nd}])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\p{L}\p{Nd}])`,
  String.raw`(?<![\p{L}\p{Nd}])(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ][0-2]\d:[0-5]\d(?::[0-6]\d(?:\.\d{1,6})?)?Z?)?(?![\p{L}\p{Nd}])`,
];

const pattern = new RegExp(`(?<spared>${spared.join('|')})|${candidate}`, 'giu');

/**
 * Masks everything in a free text that looks like a phone number; only its last two digits stay. Ten digits or
 * more count, also with blanks, brackets, dots or dashes between them or URL-encoded; seven after a plus; and the
 * local form `555-0142`. It rather masks an order number too many than lets a phone number through. Carrier SIDs,
 * our ids, UUIDs and ISO times stay as they are.
 *
 * @example
 * redactPhoneNumbers('call to +1 (415) 555-0142 failed'); // 'call to +* (***) ***-**42 failed'
 */
export function redactPhoneNumbers(text: string): string {
  return text.replace(pattern, (match: string, ...rest: unknown[]) => {
    // The last argument of a replacer is the object of named groups.
    const groups = rest.at(-1) as { spared?: string };
    return groups.spared === undefined && looksLikePhoneNumber(match) ? mask(match) : match;
  });
}

function looksLikePhoneNumber(match: string): boolean {
  const plain = match.replace(/%2[0-9a-f]/giu, (code) => (code.toLowerCase() === '%2b' ? '+' : ' '));
  // `%2155550142` is an encoded `!` and eight digits, or a percent sign and a phone number; we cannot know.
  const perhaps = /^%2\p{Nd}/u.test(match) ? 2 : 0;
  const digits = (plain.match(/\p{Nd}/gu)?.length ?? 0) + perhaps;
  if (digits >= SHORTEST_BARE) return true;
  if (plain.includes('+') && digits >= SHORTEST_WITH_PLUS) return true;
  return /^\D*\p{Nd}{3}[\s.\p{Pd}]\p{Nd}{4}$/u.test(plain);
}

function mask(match: string): string {
  const shield = match.replace(/%2[0-9a-f]/giu, (code) => (code.toLowerCase() === '%2b' ? '+' : '-'));
  const total = shield.match(/\p{Nd}/gu)?.length ?? 0;
  let seen = 0;
  return shield.replace(/\p{Nd}/gu, (digit) => {
    seen += 1;
    return seen > total - VISIBLE_DIGITS ? digit : '*';
  });
}
