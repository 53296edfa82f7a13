/** What a charge was for; the values are Twilio's usage categories. */
export type BillCategory =
  | 'phonenumbers-local'
  | 'phonenumbers-tollfree'
  | 'calls-inbound-local'
  | 'calls-inbound-tollfree'
  | 'calls-outbound'
  | 'calleridlookups'
  | 'lookups'
  | 'answering-machine-detection';

/** One charge to the account. Money is in millionths of `currency`, always positive. */
export interface BillEntry {
  readonly at: Date;
  readonly kind: 'number-month' | 'call' | 'lookup';
  readonly category: BillCategory;
  /** The number or call that was charged for; the request, for a look-up of its own. */
  readonly sid: string;
  readonly phoneNumber: string;
  readonly description: string;
  readonly amountMicros: number;
  readonly currency: string;
  /** Numbers for `number-month`, started minutes for `call` (1 for its machine detection), look-ups for `lookup`. */
  readonly quantity: number;
  /** The number's FriendlyName at that moment: a buyer that puts its operation id there finds it here. */
  readonly tag: string | null;
}

export interface Bill {
  charge(entry: BillEntry): void;
  /** Oldest first. */
  entries(): BillEntry[];
  total(): { amountMicros: number; currency: string };
  clear(): void;
}

export function createBill(currency = 'USD'): Bill {
  const entries: BillEntry[] = [];
  return {
    charge: (entry) => void entries.push(Object.freeze({ ...entry })),
    entries: () => [...entries],
    total: () => ({ amountMicros: entries.reduce((sum, entry) => sum + entry.amountMicros, 0), currency }),
    clear: () => void entries.splice(0),
  };
}
