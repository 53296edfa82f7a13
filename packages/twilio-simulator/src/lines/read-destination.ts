import type { DestinationFormat } from '../world/index.ts';
import type { LineCountry } from './carrier.ts';

interface DiallingPlan {
  /** The calling code of its own country. */
  readonly code: string;
  /** Ten digits and nothing before them; only where that is how people dial. */
  readonly national?: RegExp;
  /** Absent: only international numbers can be read. */
  readonly trunk?: RegExp;
  readonly trunkPrefix: string;
  readonly internationalPrefix: string;
}

const northAmerica: DiallingPlan = {
  code: '+1',
  national: /^[2-9]\d{2}[2-9]\d{6}$/,
  trunk: /^1[2-9]\d{2}[2-9]\d{6}$/,
  trunkPrefix: '1',
  internationalPrefix: '011',
};

const plans: Readonly<Record<LineCountry, DiallingPlan>> = {
  US: northAmerica,
  CA: northAmerica,
  GB: { code: '+44', trunk: /^0[1-9]\d{8,9}$/, trunkPrefix: '0', internationalPrefix: '00' },
  // 13, 1300 and 1800 numbers have no 0 before them, and no carrier forwards to them.
  AU: { code: '+61', trunk: /^0[2-478]\d{8}$/, trunkPrefix: '0', internationalPrefix: '0011' },
  ZZ: { code: '', trunkPrefix: '', internationalPrefix: '00' },
};

/** The E.164 form of a number as dialled on a line; undefined when its carrier does not take it like that. */
export function readDestination(
  dialled: string,
  country: LineCountry,
  formats: readonly DestinationFormat[],
): string | undefined {
  const plan = plans[country];
  if (dialled.startsWith('+')) {
    return formats.includes('plus') && /^\+[1-9]\d{7,14}$/.test(dialled) ? dialled : undefined;
  }
  if (formats.includes('national') && plan.national?.test(dialled)) return plan.code + dialled;
  if (formats.includes('trunk') && plan.trunk?.test(dialled)) {
    return plan.code + dialled.slice(plan.trunkPrefix.length);
  }
  const abroad = dialled.startsWith(plan.internationalPrefix)
    ? dialled.slice(plan.internationalPrefix.length)
    : '';
  return formats.includes('international') && /^[1-9]\d{7,14}$/.test(abroad) ? `+${abroad}` : undefined;
}
