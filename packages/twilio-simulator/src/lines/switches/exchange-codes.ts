import type { ForwardPart } from '../../world/index.ts';
import type { Command, Switch } from '../switch.ts';

/** Landline codes that look like GSM's, with one star: `*21*N#`, `#21#`, `*#21#`. */
export interface ExchangeCodes {
  readonly services: Readonly<Record<string, readonly ForwardPart[]>>;
  /** `loose`: the star before the number and the hash after a cancel code may be left out. */
  readonly spelling: 'strict' | 'loose';
}

function readExchangeCode({ services, spelling }: ExchangeCodes, keys: string): Command | undefined {
  const loose = spelling === 'loose';
  for (const [service, parts] of Object.entries(services)) {
    if (keys === `#${service}#` || (loose && keys === `#${service}`)) return { kind: 'erase', parts };
    if (keys === `*#${service}#`) return { kind: 'query', parts };
    if (keys === `*${service}#`) return { kind: 'activate', parts };
    if (!keys.startsWith(`*${service}`)) continue;
    const [, star, number, seconds] =
      /^(\*?)(\+?\d{6,})(?:\*(\d{1,2}))?#$/.exec(keys.slice(service.length + 1)) ?? [];
    if (number === undefined || (star === '' && !loose)) continue;
    return { kind: 'register', parts, number, ringSeconds: seconds ? Number(seconds) : null };
  }
  return undefined;
}

const exchangeSwitch = (codes: ExchangeCodes): Switch => ({
  confirms: 'message',
  read: (keys) => readExchangeCode(codes, keys),
});

/** BT and who resells its lines. */
export const btSwitch = exchangeSwitch({
  services: { '21': ['all'], '67': ['busy'], '61': ['no-answer'] },
  spelling: 'strict',
});

/** Virgin Media, formerly Telewest. Sources spell the codes with and without the second star. */
export const virginMediaSwitch = exchangeSwitch({
  services: { '70': ['all'], '76': ['busy'], '77': ['no-answer'] },
  spelling: 'loose',
});

/** Telstra's exchanges and the telephones of Australia's NBN. */
export const australianSwitch = exchangeSwitch({
  services: { '21': ['all'], '24': ['busy'], '61': ['no-answer'] },
  spelling: 'loose',
});
