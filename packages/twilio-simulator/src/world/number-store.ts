import type { OwnedNumber } from './owned-number.ts';

/** The numbers the account owns, and those known to be sold to somebody else. */
export interface NumberStore {
  add(number: OwnedNumber): void;
  bySid(sid: string): OwnedNumber | undefined;
  byPhoneNumber(phoneNumber: string): OwnedNumber | undefined;
  remove(sid: string): void;
  /** Newest first, as Twilio lists them. */
  all(): OwnedNumber[];
  /** Somebody else has the number from now on: buying it answers 21422, searches leave it out. */
  markSoldElsewhere(phoneNumber: string): void;
  /** A released number is nobody's to buy until this time. */
  markResting(phoneNumber: string, until: Date): void;
  /** Not owned, not sold elsewhere, not resting. */
  isFree(phoneNumber: string, now: Date): boolean;
  clear(): void;
}

export function createNumberStore(): NumberStore {
  const bySid = new Map<string, OwnedNumber>();
  const byPhoneNumber = new Map<string, OwnedNumber>();
  const soldElsewhere = new Set<string>();
  const restingUntil = new Map<string, number>();
  return {
    add: (number) => {
      bySid.set(number.sid, number);
      byPhoneNumber.set(number.phoneNumber, number);
    },
    bySid: (sid) => bySid.get(sid),
    byPhoneNumber: (phoneNumber) => byPhoneNumber.get(phoneNumber),
    remove: (sid) => {
      const number = bySid.get(sid);
      if (number === undefined) return;
      bySid.delete(sid);
      byPhoneNumber.delete(number.phoneNumber);
    },
    all: () => [...bySid.values()].reverse(),
    markSoldElsewhere: (phoneNumber) => void soldElsewhere.add(phoneNumber),
    markResting: (phoneNumber, until) => void restingUntil.set(phoneNumber, until.getTime()),
    isFree: (phoneNumber, now) =>
      !byPhoneNumber.has(phoneNumber) &&
      !soldElsewhere.has(phoneNumber) &&
      (restingUntil.get(phoneNumber) ?? 0) <= now.getTime(),
    clear: () => {
      bySid.clear();
      byPhoneNumber.clear();
      soldElsewhere.clear();
      restingUntil.clear();
    },
  };
}
