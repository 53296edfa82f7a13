import type { ForwardPart } from '../../world/index.ts';
import type { Command, Switch } from '../switch.ts';

/** A family of vertical service codes: `*72` and its like. */
export interface StarCodes {
  readonly activate: Readonly<Record<string, readonly ForwardPart[]>>;
  readonly cancel: Readonly<Record<string, readonly ForwardPart[]>>;
  /** After the code comes a dial tone, and then the number. Dialling on without waiting works as well. */
  readonly dialTone: boolean;
}

/** `,` stands for the wait for the second dial tone. */
function readActivation({ activate, dialTone }: StarCodes, code: string, rest: string): Command | undefined {
  const parts = activate[code];
  if (parts === undefined) return undefined;
  if (/^,?$/.test(rest)) return dialTone ? { kind: 'await-number', code } : undefined;
  const [, wait, number] = /^(,?)(\+?\d{5,})#?$/.exec(rest) ?? [];
  if (number === undefined || (wait !== '' && !dialTone)) return undefined;
  return { kind: 'register', parts, number, ringSeconds: null };
}

function readCode(codes: StarCodes, code: string, rest: string): Command | undefined {
  const parts = codes.cancel[code];
  if (parts !== undefined && /^[,#]?$/.test(rest)) return { kind: 'erase', parts };
  return readActivation(codes, code, rest);
}

/** A switch of vertical service codes. The longest code that fits wins: `*720` before `*72`. */
export function starSwitch(codes: StarCodes): Switch {
  const known = [...Object.keys(codes.activate), ...Object.keys(codes.cancel)].sort(
    (a, b) => b.length - a.length,
  );
  return {
    confirms: 'two-beeps',
    read: (keys) => {
      for (const code of known) {
        const command = keys.startsWith(code) ? readCode(codes, code, keys.slice(code.length)) : undefined;
        if (command !== undefined) return command;
      }
      return undefined;
    },
  };
}

const conditional: readonly ForwardPart[] = ['busy', 'no-answer', 'unreachable'];

/** Landlines and cable telephones of North America, with the variants of tone and pulse telephones. */
export const landlineSwitch = starSwitch({
  activate: {
    '*72': ['all'],
    '72#': ['all'],
    '1172': ['all'],
    '*90': ['busy'],
    '90#': ['busy'],
    '1190': ['busy'],
    '*92': ['no-answer'],
    '92#': ['no-answer'],
    '1192': ['no-answer'],
  },
  cancel: {
    '*73': ['all'],
    '73#': ['all'],
    '1173': ['all'],
    '*91': ['busy'],
    '91#': ['busy'],
    '1191': ['busy'],
    '*93': ['no-answer'],
    '93#': ['no-answer'],
    '1193': ['no-answer'],
  },
  dialTone: true,
});

/** Verizon Wireless and who rents its network: `*71` for calls nobody takes, `*73` for everything off. */
export const verizonSwitch = starSwitch({
  activate: { '*72': ['all'], '*71': conditional },
  cancel: { '*73': ['all', ...conditional] },
  dialTone: false,
});

/** Mobile carriers with a landline's codes: no second dial tone, the number follows at once. */
export const mobileStarSwitch = starSwitch({
  activate: { '*72': ['all'], '*90': ['busy'], '*92': ['no-answer'] },
  cancel: { '*73': ['all'], '*91': ['busy'], '*93': ['no-answer'] },
  dialTone: false,
});

/** What CDMA networks of Canada left behind. */
export const oldCanadianSwitch = starSwitch({
  activate: { '*72': ['all'], '*72#': ['all'], '*90': ['busy'], '*92': ['no-answer'] },
  cancel: { '*720': ['all'], '*73': ['all'], '*900': ['busy'], '*920': ['no-answer'] },
  dialTone: false,
});

/** Spectrum Voice: a landline's codes, and `*71` as one source has it; `*73` ends that too. */
export const spectrumSwitch = starSwitch({
  activate: { '*72': ['all'], '*71': conditional, '*90': ['busy'], '*92': ['no-answer'] },
  cancel: { '*73': ['all', ...conditional], '*91': ['busy'], '*93': ['no-answer'] },
  dialTone: true,
});
