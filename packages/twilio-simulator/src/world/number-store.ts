import type { OwnedNumber } from './owned-number.ts';

/** The numbers the account owns, and those known to be sold to somebody else. */
export interface NumberStore {
  add(number: OwnedNumber): void;
  bySid(sid: string): OwnedNumber | undefined;
  byPhoneNumber(phoneNumber: string): OwnedNumber | undefined;
  remove(sid: string): void;
  /** Newest first, as Twilio lists them. */
  all(): OwnedNumber[];
  markSoldElsewhere(phoneNumber: string): void;
  isSoldElsewhere(phoneNumber: string): boolean;
  clear(): void;
}

export function createNumberStore(): NumberStore {
  const bySid = new Map<string, OwnedNumber>();
  const byPhoneNumber = new Map<string, OwnedNumber>();
  const soldElsewhere = new Set<string>();
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
    isSoldElsewhere: (phoneNumber) => soldElsewhere.has(phoneNumber),
    clear: () => {
      bySid.clear();
      byPhoneNumber.clear();
      soldElsewhere.clear();
    },
  };
}
