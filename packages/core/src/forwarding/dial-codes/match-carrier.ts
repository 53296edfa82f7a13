import type { CheckLineResponse, LineKind } from '@numberkit/contract';
import type { CarrierLine } from '../../carrier/index.ts';
import type { CarrierEntry } from './carrier-entry.ts';

/** Which kinds of line a look-up may mean, likeliest first. A cable company's telephone is VoIP to it. */
const KINDS: Readonly<Record<NonNullable<CarrierLine['kind']>, readonly LineKind[]>> = {
  mobile: ['mobile', 'app', 'landline'],
  landline: ['landline', 'app', 'mobile'],
  voip: ['app', 'landline', 'mobile'],
  'toll-free': ['app', 'landline', 'mobile'],
};

/**
 * The carrier whose name or alias is what a look-up says, or begins it (`Verizon Wireless:6006 - SVR/2`). The longest
 * wins, so that `Virgin Mobile` is not taken for `Virgin`.
 */
export function matchCarrier(
  carriers: readonly CarrierEntry[],
  line: CarrierLine,
): CheckLineResponse['suggestion'] {
  const said = `${bareName(line.carrierName ?? '')} `;
  let best: { readonly carrier: CarrierEntry; readonly length: number } | undefined;
  for (const carrier of carriers) {
    for (const name of [carrier.name, ...carrier.aliases].map(bareName)) {
      const better = name.length > (best?.length ?? 0) && said.startsWith(`${name} `);
      if (better) best = { carrier, length: name.length };
    }
  }
  return best ? { carrierId: best.carrier.id, lineKind: kindOf(best.carrier, line.kind ?? 'mobile') } : null;
}

/** Without case, accents and punctuation. */
function bareName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function kindOf(carrier: CarrierEntry, kind: NonNullable<CarrierLine['kind']>): LineKind {
  const has = (one: LineKind) => carrier.lines.some((line) => line.kind === one);
  return KINDS[kind].find(has) ?? 'mobile';
}
