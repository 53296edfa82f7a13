import { ACCOUNT_SID, AUTH_TOKEN } from '../settings.ts';

/** A fault as the simulator's control API takes it. */
export interface FaultRule {
  readonly match?: { readonly method?: string; readonly path?: string };
  readonly probability: number;
  readonly seed: number;
  readonly when: 'before' | 'after';
  readonly effect:
    | { readonly kind: 'latency'; readonly ms: number }
    | {
        readonly kind: 'status';
        readonly status: 429 | 500 | 502 | 503;
        readonly body: 'json' | 'html' | 'empty';
      }
    | { readonly kind: 'reset' };
}

/** A number in the account, as the carrier has it. */
export interface AccountNumber {
  readonly sid: string;
  readonly phoneNumber: string;
  readonly friendlyName: string;
  readonly voiceRoute: { readonly kind: string; readonly url?: string };
  readonly createdAt: string;
}

/** One charge. */
export interface Charge {
  readonly kind: string;
  readonly sid: string;
  readonly phoneNumber: string;
  readonly amountMicros: number;
  /** The number's tag when it was charged. */
  readonly tag: string | null;
}

/** `elsewhere`: its calls go to another address. `emergency`: it gets an emergency address, which blocks a release. */
export type Meddling = 'elsewhere' | 'emergency';

/** What the run does to the carrier behind the hosts' back, and what it reads there. */
export interface CarrierControl {
  numbers(): Promise<readonly AccountNumber[]>;
  bill(): Promise<readonly Charge[]>;
  addFaults(rules: readonly FaultRule[]): Promise<void>;
  /** Removes all faults. @returns how often they struck. */
  clearFaults(): Promise<number>;
  advance(milliseconds: number): Promise<void>;
  sellElsewhere(phoneNumber: string): Promise<void>;
  /** Local numbers for sale that anybody may buy, in the carrier's order. */
  forSale(areaCode: string): Promise<readonly string[]>;
  /** Somebody changes a number of the account in the carrier's console. */
  meddle(sid: string, change: Meddling): Promise<void>;
  /** Buys for another program in the same account. */
  buyForeign(phoneNumber: string, tag: string, voiceUrl: string): Promise<void>;
}

/** @param url the carrier's address of this moment. */
export function createControl(url: () => string): CarrierControl {
  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${url()}/_simulator${path}`, { method, ...sent });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    // The simulator's own answers; 204 has none, and nobody asks for one there.
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
  return {
    numbers: async () => (await control<{ numbers: AccountNumber[] }>('GET', '/numbers')).numbers,
    bill: async () => (await control<{ entries: Charge[] }>('GET', '/bill')).entries,
    async addFaults(rules) {
      for (const rule of rules) await control('POST', '/faults', rule);
    },
    async clearFaults() {
      const { faults } = await control<{ faults: { struck: number }[] }>('GET', '/faults');
      await control('DELETE', '/faults');
      return faults.reduce((sum, { struck }) => sum + struck, 0);
    },
    advance: (ms) => control('POST', '/clock/advance', { ms }),
    sellElsewhere: (phoneNumber) => control('POST', '/numbers/sell-elsewhere', { phoneNumber }),
    async forSale(areaCode) {
      const query = new URLSearchParams({
        AreaCode: areaCode,
        ExcludeAllAddressRequired: 'true',
        VoiceEnabled: 'true',
      });
      const path = `AvailablePhoneNumbers/US/Local.json?${query}`;
      const found = await rest<{ available_phone_numbers: { phone_number: string }[] }>(url(), 'GET', path);
      return found.available_phone_numbers.map(({ phone_number }) => phone_number);
    },
    async meddle(sid, change) {
      const path = `IncomingPhoneNumbers/${sid}.json`;
      if (change === 'elsewhere') {
        await rest(url(), 'POST', path, new URLSearchParams({ VoiceUrl: 'https://wrong.example.org/' }));
        return;
      }
      const address = await rest<{ sid: string }>(url(), 'POST', 'Addresses.json', ADDRESS);
      await rest(url(), 'POST', path, new URLSearchParams({ EmergencyAddressSid: address.sid }));
    },
    async buyForeign(phoneNumber, tag, voiceUrl) {
      const form = new URLSearchParams({ PhoneNumber: phoneNumber, FriendlyName: tag, VoiceUrl: voiceUrl });
      await rest(url(), 'POST', 'IncomingPhoneNumbers.json', form);
    },
  };
}

const ADDRESS = new URLSearchParams({
  CustomerName: 'Torture',
  Street: '1 Example Street',
  City: 'Portland',
  Region: 'OR',
  PostalCode: '97201',
  IsoCountry: 'US',
});

async function rest<T>(url: string, method: string, path: string, form?: URLSearchParams): Promise<T> {
  const credentials = Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64');
  const response = await fetch(`${url}/2010-04-01/Accounts/${ACCOUNT_SID}/${path}`, {
    method,
    headers: { authorization: `Basic ${credentials}` },
    ...(form && { body: form }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  // The caller names what Twilio documents for this path.
  return (await response.json()) as T;
}
