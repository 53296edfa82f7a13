import type { CallPlacer, World } from '../world/index.ts';
import type { CallChange } from './call-event.ts';
import { callFromOutside } from './call-from-outside.ts';
import type { CallHandle } from './call-handle.ts';
import type { LegDetails } from './call-leg.ts';
import { CallLeg } from './call-leg.ts';
import type { Geography } from './call-network.ts';
import { CallQueue } from './call-queue.ts';
import { createCallHandle } from './create-call-handle.ts';
import type { Exchange, IncomingCall } from './exchange.ts';
import { createFetchSender } from './fetch-sender.ts';
import type { OutsidePhones } from './outside-phones.ts';
import { createOutsidePhones } from './outside-phones.ts';
import { placeCall, updateCall } from './place-call.ts';
import { receiveCall } from './receive-call.ts';
import { runDocuments } from './run-call.ts';
import { createSendRequest } from './send-request.ts';

/** A call that somebody outside makes to a number of the account, or to an existing line. */
export interface DialOptions {
  /** E.164, or a pseudo number such as `anonymous`. */
  readonly from: string;
  readonly to: string;
  /** What the forwarding carrier puts into ForwardedFrom. */
  readonly forwardedFrom?: string;
  /** Sent when the number looks callers up. */
  readonly callerName?: string;
  /** Such as `TN-Validation-Passed-A`. */
  readonly stirVerstat?: string;
}

export interface CallEngineOptions {
  readonly geographyOf?: ((phoneNumber: string) => Geography) | undefined;
  readonly allowInsecureWebSocket?: boolean | undefined;
  /** Delivers webhooks instead of node:http, for a host that opens no port. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** The phone network of a simulator. */
export interface CallEngine extends CallPlacer {
  /**
   * Calls a number or a line and returns the caller's phone at once. Never throws: a wrong number is out of service.
   * What a forwarded call asks the host is in the caller's log too; its own leg is another call of the list.
   *
   * @example
   * const call = simulator.calls.dial({ from: '+14155550111', to: number.phoneNumber });
   * await call.waitFor('Thanks for calling');
   * call.say('When do you open?');
   * await call.waitFor(/eight in the morning/);
   * call.hangup();
   * await call.ended;
   */
  dial(options: DialOptions): CallHandle;
  /** The phone at the other end of any call, by its CallSid; for an outgoing call, that of the called person. */
  get(sid: string): CallHandle | undefined;
  /** Every call since the start, newest first. */
  list(): readonly CallHandle[];
  /** How phones outside the account behave. */
  readonly phones: OutsidePhones;
  /** Tells of each change of each call. Returns the way to stop it. */
  onChange(listener: (call: CallHandle, change: CallChange) => void): () => void;
  /** Forgets every call, live ones in the middle: nobody is told. */
  clear(): void;
}

const nowhere: Geography = { city: '', state: '', zip: '', country: '' };

/** The engine of one world. `geographyOf` fills FromCity and its like; unknown places stay empty. */
export function createCallEngine(world: World, options: CallEngineOptions = {}): CallEngine {
  const handles = new Map<string, CallHandle>();
  const legs = new Map<string, CallLeg>();
  const listeners = new Set<(call: CallHandle, change: CallChange) => void>();
  const phones = createOutsidePhones();
  const queue = new CallQueue(world.clock);
  const exchange: Exchange = {
    world,
    ids: world.ids,
    send: options.fetch ? createFetchSender(options.fetch, world.clock) : createSendRequest(world.clock),
    phones,
    allowInsecureWebSocket: options.allowInsecureWebSocket ?? false,
    geographyOf: options.geographyOf ?? (() => nowhere),
    openLeg: (details: LegDetails) => register(new CallLeg(exchange, details)),
    execute: (leg, source) => runDocuments(exchange, leg, source),
    receive: (incoming: IncomingCall) => receiveCall(exchange, incoming),
  };
  const register = (leg: CallLeg): CallLeg => {
    const handle = createCallHandle(leg);
    legs.set(handle.sid, leg);
    handles.set(handle.sid, handle);
    handle.onChange((change) => {
      for (const listener of [...listeners]) listener(handle, change);
    });
    return leg;
  };
  const handleOf = (leg: CallLeg): CallHandle => handles.get(leg.call.sid) ?? createCallHandle(leg);

  return {
    phones,
    dial: (call) => handleOf(callFromOutside(exchange, call)),
    get: (sid) => handles.get(sid),
    list: () => [...handles.values()].reverse(),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    place: (request) => placeCall(exchange, request, queue.takeTurn()).call,
    update: async (call, request) => {
      const leg = legs.get(call.sid);
      if (leg) updateCall(exchange, leg, request);
      return call;
    },
    clear: () => {
      for (const leg of legs.values()) leg.drop();
      legs.clear();
      handles.clear();
      phones.clear();
    },
  };
}
