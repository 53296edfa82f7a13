import type { ForwardingBreak, TenantNumber } from '@numberkit/contract';

/** What the host can listen to, by name. */
export interface NumberkitEvents {
  /** A number takes calls from now on. */
  'number.activated': { readonly tenantId: string; readonly number: TenantNumber };
  /** The carrier clearly refused a purchase; nothing was charged. `failure` is an error code. */
  'number.refused': { readonly tenantId: string; readonly numberId: string; readonly failure: string };
  /** The first call of this number in the tenant's hands was answered. Once for each tenant that gets it. */
  'number.proven': { readonly tenantId: string; readonly numberId: string };
  /** The carrier account does not have the number any more; `tenantId` is its last owner's, null for the pool. */
  'number.lost': { readonly tenantId: string | null; readonly number: TenantNumber };
  /** No clear answer yet; a sweep goes on asking the carrier. */
  'number.pending': { readonly tenantId: string; readonly numberId: string };
  /** The carrier has the number back; it is no longer paid for. `tenantId` is its last owner's, null for the pool. */
  'number.released': { readonly tenantId: string | null; readonly numberId: string };
  /** A release did not succeed yet; the sweep tries again. `failure` is an error code. */
  'number.release-failed': {
    readonly tenantId: string | null;
    readonly numberId: string;
    readonly failure: string;
    /** How often it was tried. */
    readonly attempts: number;
  };
  /** The number takes another tenant's calls from now on. */
  'number.transferred': {
    readonly numberId: string;
    readonly fromTenantId: string;
    readonly toTenantId: string;
  };
  /** The number will be taken back when its grace period ends. */
  'number.reclaim-warning': {
    readonly tenantId: string | null;
    readonly numberId: string;
    /** Which of the policy's warnings this is: so many days before the end. */
    readonly daysBefore: number;
    /** When the grace period ends, unless it is undone. */
    readonly reclaimAt: Date;
    /** Calls it got in the last seven days; null when the carrier could not be asked. */
    readonly callsPerWeek: number | null;
  };
  /** The grace period ended: the number takes no calls and rests until then. */
  'number.resting': {
    /** Its last owner. */
    readonly tenantId: string | null;
    readonly numberId: string;
    readonly restUntil: Date;
    readonly callsPerWeek: number | null;
  };
  /** A line is to be forwarded to this number; nothing is proved yet. Again when it was to be off and is wanted after all. */
  'forwarding.started': ForwardingEvent;
  /** A test call came back: the line forwards its calls. Also when it was broken before. */
  'forwarding.verified': ForwardingEvent;
  /** Two tests showed that it no longer works. Once per break. */
  'forwarding.broken': ForwardingEvent & { readonly cause: ForwardingBreak };
  /** A test showed that it is off, as the tenant wanted; its number is free for other things. */
  'forwarding.off': ForwardingEvent;
}

/** Which forwarding an event is about. */
export interface ForwardingEvent {
  readonly tenantId: string;
  /** `fwd_…` */
  readonly forwardingId: string;
  /** Where its calls go. */
  readonly numberId: string;
}

/** Called after the change is committed. May be async; what it throws is reported to `onError`, never to the caller. */
export type EventHandler<Name extends keyof NumberkitEvents> = (
  event: NumberkitEvents[Name],
) => void | Promise<void>;

/** A small typed emitter. */
export interface EventBus {
  /** Listens; the answer stops listening. */
  on<Name extends keyof NumberkitEvents>(name: Name, handler: EventHandler<Name>): () => void;
  emit<Name extends keyof NumberkitEvents>(name: Name, event: NumberkitEvents[Name]): void;
}

/** @param onError told what a handler threw, and for which event. */
export function createEventBus(onError: (name: keyof NumberkitEvents, error: unknown) => void): EventBus {
  const handlers = new Map<keyof NumberkitEvents, Set<(event: never) => void | Promise<void>>>();
  return {
    on(name, handler) {
      const set = handlers.get(name) ?? new Set();
      handlers.set(name, set.add(handler));
      return () => set.delete(handler);
    },
    emit(name, event) {
      for (const handler of handlers.get(name) ?? []) {
        // The set under `name` only holds handlers of that event; `on` saw to it.
        const call = handler as (event: unknown) => void | Promise<void>;
        Promise.resolve()
          .then(() => call(event))
          .catch((error: unknown) => onError(name, error));
      }
    },
  };
}
