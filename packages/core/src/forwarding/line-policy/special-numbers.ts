/** Numbers that are of no country; calls to them cost dollars a minute. The code, and what it is for. */
const WORLDWIDE: ReadonlyMap<string, string> = new Map([
  ['800', 'is a toll-free number'],
  ['808', 'is a shared-cost number'],
  ['870', 'is a satellite number'],
  ['878', 'is a personal number'],
  ['881', 'is a satellite number'],
  ['882', 'is a worldwide network number'],
  ['883', 'is a worldwide network number'],
  ['888', 'is a worldwide network number'],
  ['979', 'is a premium-rate number'],
]);

/** What the numbering plan calls otherwise, or calls nothing. Patterns over E.164. */
const SPECIAL: readonly (readonly [RegExp, string])[] = [
  // 900 and 976: premium, in all of North America. 976 is an exchange in every area code.
  [/^\+1(?:900|\d{3}976)/, 'is a premium-rate number'],
  // 500, 521 to 529, 533, 544, 566, 577, 588 follow a person; 700 belongs to long-distance companies, 710 to the government.
  [/^\+1(?:5(?:00|2[1-9]|33|44|66|77|88)|700|710)/, 'is a special number'],
  // 600 and its kin are Canada's numbers without a place: satellite telephones among them.
  [/^\+16(?:00|22|33|44|55|77|88)/, 'is a special number'],
  // Directory enquiries of an area code, and the way to another long-distance company.
  [/^\+1\d{3}(?:5551212|950)/, 'is a special number'],
  // Australian satellite telephones.
  [/^\+6114/, 'is a satellite number'],
];

/** Why a number is never called, whatever its plan says; null: nothing against it. */
export function specialReason(phoneNumber: string): string | null {
  const worldwide = [...WORLDWIDE].find(([code]) => phoneNumber.startsWith(`+${code}`));
  if (worldwide) return worldwide[1];
  return SPECIAL.find(([pattern]) => pattern.test(phoneNumber))?.[1] ?? null;
}
