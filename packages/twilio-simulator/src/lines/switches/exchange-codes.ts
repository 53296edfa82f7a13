import type { ForwardPart } from '../../world/index.ts';
import type { Command, Switch } from '../switch.ts';

/** Landline codes that look like GSM's, with one star: `*21*N#`, `#21#`, `*#21#`. */
export interface ExchangeCodes {
  readonly services: Readonly<Record<string, readonly ForwardPart[]>>;
  /** Australian exchanges take the number without a star before it. */
  readonly star: 'needed' | 'optional';
}

function readExchangeCode({ services, star }: ExchangeCodes, keys: string): Command | undefined {
  for (const [service, parts] of Object.entries(services)) {
    if (keys === `#${service}#`) return { kind: 'erase', parts };
    if (keys === `*#${service}#`) return { kind: 'query', parts };
    if (keys === `*${service}#`) return { kind: 'activate', parts };
    if (!keys.startsWith(`*${service}`)) continue;
    const [, separator, number] = /^(\*?)(\d{6,})#$/.exec(keys.slice(service.length + 1)) ?? [];
    if (number === undefined || (separator === '' && star === 'needed')) continue;
    return { kind: 'register', parts, number, ringSeconds: null };
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
  star: 'needed',
});

/** Virgin Media, formerly Telewest. Which of 76 and 77 means what is not certain. */
export const virginMediaSwitch = exchangeSwitch({
  services: { '70': ['all'], '76': ['busy'], '77': ['no-answer'] },
  star: 'needed',
});

/** Telstra's exchanges and the telephones of Australia's NBN. */
export const australianSwitch = exchangeSwitch({
  services: { '21': ['all'], '24': ['busy'], '61': ['no-answer'] },
  star: 'optional',
});
