import type { CheckLineResponse, LineKind } from '@numberkit/contract';
import type { CarrierLine } from '../../carrier/index.ts';
import type { CarrierEntry } from './carrier-entry.ts';

/** Words that companies add to their names. */
const COMPANY = /\b(?:inc|llc|ltd|limited|corp|corporation|co|company|lp|plc|pty|usa|us|uk)\b/g;

/**
 * The carrier whose name or alias is what a look-up says, or begins it (`Verizon Wireless:6006 - SVR/2`). The longest
 * wins, so that `AT&T Wireless` is not taken for `AT&T`; of two alike, the one that has lines of that kind.
 */
export function matchCarrier(
  carriers: readonly CarrierEntry[],
  line: CarrierLine,
): CheckLineResponse['suggestion'] {
  if (line.carrierName === null) return null;
  const said = bare(line.carrierName);
  let best: { carrier: CarrierEntry; rank: number } | undefined;
  for (const carrier of carriers) {
    for (const name of [carrier.name, ...carrier.aliases].map(bare)) {
      if (name === '' || !`${said} `.startsWith(`${name} `)) continue;
      const rank = name.length + (hasKind(carrier, line.kind) ? 0.5 : 0);
      if (rank > (best?.rank ?? 0)) best = { carrier, rank };
    }
  }
  return best ? { carrierId: best.carrier.id, lineKind: kindOf(best.carrier, line.kind) } : null;
}

function bare(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(COMPANY, ' ');
  return words.replace(/ +/g, ' ').trim();
}

function hasKind(carrier: CarrierEntry, kind: CarrierLine['kind']): boolean {
  return carrier.lines.some((line) => line.kind === kind || (kind === 'voip' && line.kind === 'app'));
}

/** Cable companies' telephones are VoIP to a look-up, and landlines to their owners. */
function kindOf(carrier: CarrierEntry, kind: CarrierLine['kind']): LineKind {
  const order: readonly LineKind[] =
    kind === 'mobile'
      ? ['mobile', 'app', 'landline']
      : kind === 'voip'
        ? ['app', 'landline', 'mobile']
        : ['landline', 'app', 'mobile'];
  return order.find((one) => carrier.lines.some((line) => line.kind === one)) ?? 'landline';
}
