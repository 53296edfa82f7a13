import type { LineEntry, NumberFormat } from '../dial-codes/index.ts';

/** A numbering plan: how its numbers are dialled inside it, and what begins a call to another. */
interface NumberingPlan {
  readonly callingCode: string;
  /** Before the number inside the plan. */
  readonly trunk: string;
  readonly exit: string;
  /** How the number (without trunk prefix) is grouped by people: the first pattern that fits. */
  readonly groups: readonly (readonly [RegExp, readonly number[]])[];
}

const NORTH_AMERICA: NumberingPlan = { callingCode: '1', trunk: '', exit: '011', groups: [[/^/, [3, 3, 4]]] };

const PLANS: Readonly<Record<string, NumberingPlan>> = {
  US: NORTH_AMERICA,
  CA: NORTH_AMERICA,
  GB: {
    callingCode: '44',
    trunk: '0',
    exit: '00',
    groups: [
      [/^2/, [2, 4, 4]],
      [/^(?:11|1\d1)/, [3, 3, 4]],
      [/^/, [4, 6]],
    ],
  },
  AU: {
    callingCode: '61',
    trunk: '0',
    exit: '0011',
    groups: [
      [/^4/, [3, 3, 3]],
      [/^/, [1, 4, 4]],
    ],
  },
};

/**
 * Our number (E.164) as it is dialled on a line, in the groups in which people read it. A number of another country is
 * dialled with `+` on a mobile, and with the exit code on a fixed line.
 */
export function dialledNumber(
  phoneNumber: string,
  line: { readonly country: string; readonly kind: LineEntry['kind'] },
  format: NumberFormat,
): readonly string[] {
  const home = PLANS[line.country];
  const plan = Object.values(PLANS).find(({ callingCode }) => phoneNumber.startsWith(`+${callingCode}`));
  const callingCode = plan?.callingCode ?? '';
  const groups = group(phoneNumber.slice(1 + callingCode.length), plan);
  if (plan && plan === home && format !== 'international') {
    if (format === 'long-distance' && plan === NORTH_AMERICA) return ['1', ...groups];
    const [first = '', ...rest] = groups;
    return [`${plan.trunk}${first}`, ...rest];
  }
  const prefix = line.kind === 'landline' ? (home?.exit ?? '00') : '+';
  return plan ? [`${prefix}${callingCode}`, ...groups] : withPrefix(prefix, groups);
}

function withPrefix(prefix: string, [first = '', ...rest]: readonly string[]): readonly string[] {
  return [`${prefix}${first}`, ...rest];
}

/** Digits left over go to the last group; a plan we do not know is read in threes. */
function group(digits: string, plan: NumberingPlan | undefined): readonly string[] {
  const sizes = plan?.groups.find(([pattern]) => pattern.test(digits))?.[1] ?? [3, 3, 3];
  const groups: string[] = [];
  let at = 0;
  for (const [index, size] of sizes.entries()) {
    const last = index === sizes.length - 1;
    groups.push(digits.slice(at, last ? undefined : at + size));
    at += size;
  }
  return groups.filter((text) => text !== '');
}
