import { type Account, type AccountOptions, createAccount } from './account.ts';
import { type AddressStore, createAddressStore } from './address.ts';
import { type Bill, createBill } from './bill.ts';
import { type CallStore, createCallStore } from './calls.ts';
import { type ClockOptions, createClock, type SimulatorClock } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import { createLineStore, type LineStore } from './line-store.ts';
import { createNumberStore, type NumberStore } from './number-store.ts';
import { createRandom, type Random } from './random.ts';

/** All state of one simulator. Rooms read and change it; nothing else remembers anything. */
export interface World {
  readonly account: Account;
  readonly clock: SimulatorClock;
  readonly ids: Ids;
  readonly random: Random;
  readonly numbers: NumberStore;
  readonly addresses: AddressStore;
  readonly calls: CallStore;
  readonly lines: LineStore;
  readonly bill: Bill;
  /** Empties every store and the clock's tasks; account, time and seed stay. */
  clear(): void;
}

export interface WorldOptions extends AccountOptions {
  seed?: number | undefined;
  clock?: ClockOptions | undefined;
}

export function createWorld(options: WorldOptions = {}): World {
  const random = createRandom(options.seed ?? 1);
  const ids = createIds(random);
  const clock = createClock(options.clock);
  const numbers = createNumberStore();
  const addresses = createAddressStore();
  const calls = createCallStore();
  const lines = createLineStore();
  const bill = createBill();
  return {
    account: createAccount(options, ids, clock.now()),
    clock,
    ids,
    random,
    numbers,
    addresses,
    calls,
    lines,
    bill,
    clear: () => {
      for (const store of [numbers, addresses, calls, lines, bill, clock]) store.clear();
    },
  };
}
