import { findCarrier } from '../lines/index.ts';
import type {
  CarrierQuirks,
  ForwardPart,
  Line,
  LineBehaviour,
  LineBlock,
  LineKind,
  World,
} from '../world/index.ts';
import { FORWARD_PARTS } from '../world/index.ts';

/** What may be said about a line. Everything has a default. */
export interface LineSettings {
  /** Default `answers`. */
  readonly behaviour?: LineBehaviour;
  /** How long it rings before the person answers. Default 0. */
  readonly answerSeconds?: number;
  /** What the person says first. Default "Hello?". */
  readonly says?: string;
  /** Default: not at all. */
  readonly blocked?: LineBlock | null;
  /** Where the line differs from its carrier's others. */
  readonly quirks?: Partial<CarrierQuirks>;
}

/** A line to add. */
export interface NewLine extends LineSettings {
  /** E.164. */
  readonly phoneNumber: string;
  /** A carrier's name, such as `T-Mobile`; any other follows the standard of its country. */
  readonly carrier: string;
  /** Default: the first that the carrier serves. */
  readonly kind?: LineKind;
}

const BEHAVIOURS: readonly LineBehaviour[] = ['answers', 'busy', 'rings-out', 'voicemail', 'unreachable'];
const BLOCKS: readonly LineBlock[] = ['geo-permission', 'blocklist', 'declined', 'unwanted'];
const KINDS: readonly LineKind[] = ['mobile', 'landline', 'app'];

function checkOne<T>(name: string, value: T | null | undefined, known: readonly T[]): void {
  if (value === undefined || value === null || known.includes(value)) return;
  throw new RangeError(`${name} must be one of ${known.join(', ')}`);
}

/** Throws a RangeError for a word that means nothing. */
export function checkSettings({ behaviour, blocked, answerSeconds }: LineSettings): void {
  checkOne('behaviour', behaviour, BEHAVIOURS);
  checkOne('blocked', blocked, BLOCKS);
  if (answerSeconds !== undefined && !(answerSeconds >= 0)) {
    throw new RangeError('answerSeconds must be a number of seconds');
  }
}

export function checkPart(part: ForwardPart): void {
  checkOne('part', part, FORWARD_PARTS);
}

function kindOf({ kind, carrier, phoneNumber }: NewLine): LineKind {
  checkOne('kind', kind, KINDS);
  const services = findCarrier(carrier, phoneNumber)?.services ?? {};
  return kind ?? KINDS.find((served) => served in services) ?? 'mobile';
}

/** A line as it is before anybody has dialled on it. Throws a RangeError when it cannot be one. */
export function createLine(settings: NewLine, { numbers }: Pick<World, 'numbers'>): Line {
  const { phoneNumber, carrier } = settings;
  if (!/^\+[1-9]\d{7,14}$/.test(phoneNumber)) {
    throw new RangeError(`${phoneNumber} is not a phone number in E.164 form`);
  }
  if (carrier.trim() === '') throw new RangeError('carrier must name a telephone company');
  if (numbers.byPhoneNumber(phoneNumber)) throw new RangeError(`${phoneNumber} belongs to the account`);
  checkSettings(settings);
  return {
    phoneNumber,
    carrier: findCarrier(carrier, phoneNumber)?.name ?? carrier.trim(),
    kind: kindOf(settings),
    behaviour: settings.behaviour ?? 'answers',
    answerSeconds: settings.answerSeconds ?? 0,
    says: settings.says ?? 'Hello?',
    blocked: settings.blocked ?? null,
    quirks: settings.quirks ?? {},
    forwards: {},
    heard: [],
    awaiting: null,
    unanswered: null,
  };
}
