import { countParts, parseCode } from './code-template.ts';

/** What is wrong with a value, as the end of a sentence that begins with its name; null: nothing. */
export type Check = (value: unknown) => string | null;

/** The fields of one kind of object. A name that ends in `?` may be missing. */
export type Shape = Readonly<Record<string, Check>>;

const CONDITIONS = ['all', 'unanswered', 'busy', 'no-answer', 'unreachable'];

const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.some((word) => word === value) ? null : `must be one of ${words.join(', ')}`;

const like =
  (pattern: RegExp, what: string): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? null : `must be ${what}`;

const listOf =
  (check: Check, least: number): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length < least) return `must be a list of ${least} or more`;
    const wrong = value.map(check).find((problem) => problem !== null);
    return wrong === undefined ? null : `has an element that ${wrong}`;
  };

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null ? null : check(value);

const whole: Check = (value) =>
  Number.isInteger(value) && Number(value) > 0 ? null : 'must be a whole number above 0';

const flag: Check = (value) => (typeof value === 'boolean' ? null : 'must be true or false');

/** A code with so many `{number}` and `{seconds}`. */
const code =
  (numbers: number, seconds: number): Check =>
  (value) => {
    if (typeof value !== 'string' || !parseCode(value)) return 'must be made of 0-9 * # , {number} {seconds}';
    const right = countParts(value, 'number') === numbers && countParts(value, 'seconds') === seconds;
    return right ? null : `must have {number} ${numbers} times and {seconds} ${seconds} times`;
  };

/** Something a person can read. */
const words = like(/\S/, 'text');
const address = like(/^https?:\/\/\S+$/, 'an address');
const numberFormat = oneOf('national', 'long-distance', 'international');
const hears = oneOf('tone', 'beeps', 'message');
const list: Check = (value) => (Array.isArray(value) && value.length > 0 ? null : 'must be a list');

/** Where it is from; needed by a line, each way may say otherwise. */
const evidence: Shape = {
  confidence: oneOf('official', 'reported', 'conflicting', 'standard'),
  sources: listOf(address, 1),
  checkedOn: like(/^20\d\d-[01]\d-[0-3]\d$/, 'a day such as 2026-11-22'),
};
const ownEvidence = Object.fromEntries(Object.entries(evidence).map(([name, check]) => [`${name}?`, check]));

/** The schema of a carrier file. docs/dial-codes.md explains the same fields, which a test holds it to. */
export const carrierSchema = {
  carrier: {
    id: like(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kebab-case'),
    name: words,
    country: orNull(like(/^[A-Z]{2}$/, 'two capitals, or null')),
    'standard?': (value) => (value === true ? null : 'must be true, or left out'),
    aliases: listOf(words, 0),
    lines: list,
  },
  line: {
    kind: oneOf('mobile', 'landline', 'app'),
    network: oneOf('gsm', 'cdma', 'copper', 'cable', 'app'),
    'number?': numberFormat,
    'hears?': hears,
    'answered?': flag,
    ...evidence,
    ways: (value) => {
      const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
      const right = names.length > 0 && names.every((name) => CONDITIONS.includes(name));
      return right ? null : `must have one or more of ${CONDITIONS.join(', ')}`;
    },
  },
  dial: {
    kind: oneOf('dial'),
    on: code(1, 0),
    off: code(0, 0),
    'query?': code(0, 0),
    'ringTime?': (value) => (typeof value === 'object' && value !== null ? null : 'must be an object'),
    'number?': numberFormat,
    'hears?': hears,
    'answered?': flag,
    ...ownEvidence,
  },
  ringTime: { on: code(1, 1), least: whole, most: whole, step: whole },
  settings: { kind: oneOf('settings'), path: listOf(words, 1), 'url?': address, ...ownEvidence },
  'ask-carrier': { kind: oneOf('ask-carrier'), ...ownEvidence },
} satisfies Readonly<Record<string, Shape>>;
