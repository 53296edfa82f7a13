import type { AnsweredBy } from './answered-by.ts';

/** What a phone outside the simulator does when it rings. */
export interface OutsidePhone {
  /** Default `answers`. `unreachable` stands for a number that does not exist or is switched off. */
  readonly when: 'answers' | 'busy' | 'no-answer' | 'unreachable';
  /** How long it rings before it answers. Default 0. */
  readonly ringSeconds?: number;
  /** Said as soon as it is picked up. */
  readonly says?: string;
  /** The line's own carrier sends every call on to this number, with ForwardedFrom set. */
  readonly forwardsTo?: string;
  /** Who picked up, for answering machine detection. Default `human`. */
  readonly answeredBy?: AnsweredBy;
}

/** The phones that do not belong to the account, by E.164 number or SIP address. */
export interface OutsidePhones {
  /** How the phone behaves from now on. A phone never set answers at once. */
  set(address: string, phone: OutsidePhone): void;
  get(address: string): OutsidePhone;
  all(): ReadonlyMap<string, OutsidePhone>;
  clear(): void;
}

export function createOutsidePhones(): OutsidePhones {
  const phones = new Map<string, OutsidePhone>();
  return {
    set: (address, phone) => void phones.set(address, phone),
    get: (address) => phones.get(address) ?? { when: 'answers' },
    all: () => phones,
    clear: () => phones.clear(),
  };
}
