/** A postal address of the account's customer: needed to buy some numbers and for emergency calls. */
export interface Address {
  readonly sid: string;
  readonly customerName: string;
  readonly street: string;
  readonly streetSecondary: string | null;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly isoCountry: string;
  readonly friendlyName: string;
  readonly emergencyEnabled: boolean;
  readonly createdAt: Date;
}

export interface AddressStore {
  add(address: Address): void;
  bySid(sid: string): Address | undefined;
  remove(sid: string): void;
  all(): Address[];
  clear(): void;
}

export function createAddressStore(): AddressStore {
  const addresses = new Map<string, Address>();
  return {
    add: (address) => void addresses.set(address.sid, address),
    bySid: (sid) => addresses.get(sid),
    remove: (sid) => void addresses.delete(sid),
    all: () => [...addresses.values()].reverse(),
    clear: () => addresses.clear(),
  };
}
