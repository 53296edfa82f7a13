import type { ForwardPart } from '../../world/index.ts';
import type { Command, Switch } from '../switch.ts';

/** Service codes of the supplementary services that forward calls. Source: 3GPP TS 22.030, annex B. */
const SERVICES: Readonly<Record<string, readonly ForwardPart[]>> = {
  '21': ['all'],
  '67': ['busy'],
  '61': ['no-answer'],
  '62': ['unreachable'],
  '002': ['all', 'busy', 'no-answer', 'unreachable'],
  '004': ['busy', 'no-answer', 'unreachable'],
};

/** Basic service groups that include voice; none named means all of them. 3GPP TS 22.030, annex C. */
const VOICE = new Set(['', '10', '11']);

/** `**21*N#`, `*21*N#`, `*21#`, `#21#`, `##21#`, `*#21#`, each with an optional service group and ring time. */
const MMI = /^(\*\*|\*#|##|\*|#)(\d{2,3})(?:\*(\+?\d*))?(?:\*(\d*))?(?:\*(\d*))?#$/;

function register(
  parts: readonly ForwardPart[],
  number: string,
  ringTime: string | undefined,
): Command | undefined {
  if (ringTime === undefined || ringTime === '')
    return { kind: 'register', parts, number, ringSeconds: null };
  const ringSeconds = Number(ringTime);
  const allowed = ringSeconds >= 5 && ringSeconds <= 30 && ringSeconds % 5 === 0;
  if (!allowed || !parts.includes('no-answer')) return undefined;
  return { kind: 'register', parts, number, ringSeconds };
}

function read(keys: string): Command | undefined {
  const [, verb, service = '', number = '', group = '', ringTime] = MMI.exec(keys) ?? [];
  const parts = SERVICES[service];
  if (parts === undefined || !VOICE.has(group)) return undefined;
  switch (verb) {
    case '**':
      return number === '' ? undefined : register(parts, number, ringTime);
    case '*':
      return number === '' ? { kind: 'activate', parts } : register(parts, number, ringTime);
    case '#':
      return { kind: 'deactivate', parts };
    case '##':
      return { kind: 'erase', parts };
    default:
      return { kind: 'query', parts };
  }
}

/** The codes every GSM, UMTS, LTE and 5G phone knows. Source: 3GPP TS 22.030. */
export const gsmSwitch: Switch = { read, confirms: 'message' };
