import { type CallEngine, callControls, createCallEngine, type Geography, liveFeed } from './calls/index.ts';
import { CONTROL_PREFIX, createControl, faultControls, worldControls } from './control/index.ts';
import { createFaultPlan, type Faults, withFaults } from './faults/index.ts';
import { createSimulatorLines, lineControls, type SimulatorLines } from './handset/index.ts';
import { createInventory, type Inventory, type InventoryOptions } from './inventory/index.ts';
import { createRest, errorBody } from './rest/index.ts';
import {
  type Bill,
  type ClockOptions,
  createWorld,
  type OwnedNumber,
  restoreWorld,
  rotateAuthToken,
  type SimulatorClock,
  snapshotWorld,
  type World,
  type WorldSnapshot,
} from './world/index.ts';

/** How to set up a simulator. Everything has a default; the same seed gives the same numbers and SIDs. */
export interface TwilioSimulatorOptions {
  accountSid?: string;
  authToken?: string;
  /** API keys that authenticate besides the auth token. Kind `main` by default. */
  apiKeys?: readonly { sid: string; secret: string; kind?: 'main' | 'standard' }[];
  testCredentials?: { sid: string; authToken: string };
  /** Default 1. */
  seed?: number;
  /** A trial account may own one number. */
  trial?: boolean;
  /** Default: runs with the wall clock. */
  clock?: ClockOptions;
  /** Delivers webhooks to a host that opens no port. Default: node:http, which keeps the address byte for byte. */
  fetch?: typeof globalThis.fetch;
  /** Lets agents be reached by `ws://` on other machines too; this machine's are always. Default false. */
  allowInsecureWebSocket?: boolean;
  inventory?: InventoryOptions;
}

/** The account as a test sees it. */
export interface SimulatorAccount {
  readonly sid: string;
  /** The primary auth token of this moment. */
  readonly authToken: string;
  /** Former primary tokens, newest first. */
  readonly previousTokens: readonly string[];
  readonly testCredentials: { readonly sid: string; readonly authToken: string };
  /** Makes a new primary token; webhooks are signed with it from now on. */
  rotateAuthToken(): string;
}

/** Numbers behind the REST API's back. */
export interface SimulatorNumbers {
  owned(): OwnedNumber[];
  find(phoneNumber: string): OwnedNumber | undefined;
  /** Somebody else buys it: searches leave it out, buying it answers 21422. */
  sellElsewhere(phoneNumber: string): void;
  /** How many numbers the shelf holds, bought or not. */
  stock(): number;
}

/** A Twilio of its own: numbers, calls, prices, a bill, and faults on demand. */
export interface TwilioSimulator {
  /**
   * Answers a request for any Twilio host by its path alone, and the control API below `/_simulator`.
   * Rejects with `ConnectionReset` where a fault breaks the connection, and with the signal's reason when the
   * request is aborted; what an aborted request asked for happens all the same.
   */
  fetch(request: Request): Promise<Response>;
  readonly account: SimulatorAccount;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  readonly bill: Pick<Bill, 'entries' | 'total'>;
  readonly numbers: SimulatorNumbers;
  /** The phone network: dial a number, be the caller, see what happened. */
  readonly calls: CallEngine;
  /** Existing lines of other people's, on carriers: dial their codes, and calls to them follow. */
  readonly lines: SimulatorLines;
  /** What survives a restart, as plain data that JSON keeps: credentials, numbers, addresses, lines, bill, time. */
  snapshot(): WorldSnapshot;
  /** Fills a new simulator from a snapshot. Give it the snapshot's credentials when creating it. */
  restore(snapshot: WorldSnapshot): Promise<void>;
  /** Back to the empty account: no numbers, calls, addresses, lines, faults or charges. Time and credentials stay. */
  reset(): void;
}

function showAccount({ account, ids }: World): SimulatorAccount {
  return {
    sid: account.sid,
    get authToken() {
      return account.authToken;
    },
    previousTokens: account.previousTokens,
    testCredentials: account.testCredentials,
    rotateAuthToken: () => rotateAuthToken(account, ids),
  };
}

function showNumbers({ numbers }: World, inventory: Inventory): SimulatorNumbers {
  return {
    owned: numbers.all,
    find: numbers.byPhoneNumber,
    sellElsewhere: numbers.markSoldElsewhere,
    stock: inventory.size,
  };
}

/** Where a number belongs, as webhooks tell it: capitals, empty where unknown. */
function geographyOf(inventory: Inventory, phoneNumber: string): Geography {
  const place = inventory.placeOf(phoneNumber);
  if (place === undefined)
    return { city: '', state: '', zip: '', country: phoneNumber.startsWith('+1') ? 'US' : '' };
  const { locality, region, postalCodes, isoCountry } = place;
  return { city: locality.toUpperCase(), state: region, zip: postalCodes[0] ?? '', country: isoCountry };
}

/** Rejects when the caller gives up; the work itself goes on, as at the real Twilio. */
function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  if (signal.aborted) {
    work.catch(() => undefined);
    return Promise.reject(signal.reason);
  }
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/**
 * Creates a simulator. It holds all state in memory and opens no port.
 *
 * @example
 * const twilio = createTwilioSimulator({ seed: 7 });
 * const client = new Twilio(twilio.account.sid, twilio.account.authToken, {
 *   httpClient: sdkRequestClient(twilio),
 * });
 * const [number] = await client.availablePhoneNumbers('US').local.list({ areaCode: 415, limit: 1 });
 */
export function createTwilioSimulator(options: TwilioSimulatorOptions = {}): TwilioSimulator {
  const world = createWorld(options);
  const inventory = createInventory(options.seed ?? 1, options.inventory);
  const faults = createFaultPlan();
  const calls = createCallEngine(world, {
    geographyOf: (phoneNumber) => geographyOf(inventory, phoneNumber),
    allowInsecureWebSocket: options.allowInsecureWebSocket,
    fetch: options.fetch,
  });
  const lines = createSimulatorLines(world, calls);
  const rest = createRest({ world, inventory, calls });
  const reset = () => {
    calls.clear();
    world.clear();
    faults.clear();
  };
  const control = createControl([
    ...worldControls(world, inventory, reset),
    ...faultControls(faults),
    ...callControls(calls),
    ...lineControls(lines),
    liveFeed(world, calls),
  ]);

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const { method, headers } = request;
    const body = await request.text();
    if (url.pathname.startsWith(`${CONTROL_PREFIX}/`)) return control.handle(method, url, body);
    const subject = { method, pathname: url.pathname, body };
    return withFaults(faults, world.clock, errorBody, subject, () => rest({ method, url, headers, body }));
  };

  return {
    fetch: (request) => untilAborted(request.signal, answer(request)),
    account: showAccount(world),
    clock: world.clock,
    faults: { add: faults.add, list: faults.list, clear: faults.clear },
    bill: { entries: world.bill.entries, total: world.bill.total },
    numbers: showNumbers(world, inventory),
    calls,
    lines,
    snapshot: () => snapshotWorld(world, new Date()),
    restore: (snapshot) => restoreWorld(world, snapshot),
    reset,
  };
}
