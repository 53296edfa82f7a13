const KEYS: Readonly<Record<string, string>> = {
  ABC: '2',
  DEF: '3',
  GHI: '4',
  JKL: '5',
  MNO: '6',
  PQRS: '7',
  TUV: '8',
  WXYZ: '9',
};

const digitOfLetter: ReadonlyMap<string, string> = new Map(
  Object.entries(KEYS).flatMap(([letters, digit]) => [...letters].map((letter) => [letter, digit] as const)),
);

/** The digits that letters stand for on a telephone's keys; digits stay. `COOL4U` → `266548`. */
export function toKeypadDigits(text: string): string {
  return [...text.toUpperCase()].map((character) => digitOfLetter.get(character) ?? character).join('');
}
