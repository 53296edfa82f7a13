import type { RouteSource, VoiceRoute } from '@numberkit/contract';
import type { Clock } from '../clock.ts';
import { withinDeadline } from '../deadline.ts';
import { describeError, type Observer } from '../webhook-event.ts';
import { createLastKnownRoutes, type LastKnownOptions, type LastKnownRoutes } from './last-known-routes.ts';
import { createLookupSlots, type LookupSlot } from './lookup-slots.ts';

/** What is known about a called number. `none`: the store gave no answer and nothing was remembered. */
export type FoundRoute =
  | { readonly source: 'store' | 'last-known'; readonly route: VoiceRoute }
  | { readonly source: 'unknown-number'; readonly route: undefined }
  | { readonly source: 'none'; readonly route: undefined };

/** Finds the route of a called number; never rejects. */
export type FindRoute = (phoneNumber: string) => Promise<FoundRoute>;

/** What finding a route needs. */
export interface FindRouteParts {
  readonly routes: RouteSource;
  readonly lookupDeadlineMs: number;
  /** How many look-ups may be under way at once. */
  readonly maxLookups: number;
  readonly lastKnown: LastKnownOptions | false;
  readonly clock: Clock;
  readonly emit: Observer;
}

/** A look-up that has not come back after this time is no longer counted as being under way. */
const GIVE_UP_MS = 10_000;

/**
 * Asks the store, within the deadline; failing that, memory. The store comes first always: while it answers, a
 * transferred or released number never rings at its former tenant. When too many look-ups are under way the store is
 * not answering in any useful sense; then memory answers at once, instead of a queue.
 */
export function createFindRoute(parts: FindRouteParts): FindRoute {
  const { routes, lookupDeadlineMs, clock, emit } = parts;
  const lastKnown = createLastKnownRoutes(parts.lastKnown || NOTHING_KEPT, clock);
  const slots = createLookupSlots(parts.maxLookups, Math.max(GIVE_UP_MS, lookupDeadlineMs), clock);
  const askStore = async (phoneNumber: string, slot: LookupSlot): Promise<VoiceRoute | undefined> => {
    const asked = lastKnown.ask();
    try {
      const route = (await routes.lookup(phoneNumber)) ?? undefined;
      // Learned here, not after the deadline: a late answer serves the next call.
      lastKnown.learn(phoneNumber, route, asked);
      return route;
    } finally {
      slots.leave(slot);
    }
  };
  const remember = (phoneNumber: string): FoundRoute => {
    const route = parts.lastKnown ? lastKnown.recall(phoneNumber) : undefined;
    return route === undefined ? { source: 'none', route } : { source: 'last-known', route };
  };
  if (routes.warm !== undefined && parts.lastKnown !== false && parts.lastKnown.warm) {
    warm(routes.warm(), lastKnown, emit);
  }
  return async (phoneNumber) => {
    const slot = slots.enter();
    if (slot === undefined) {
      emit({ type: 'lookup-failed', reason: 'shed', error: null });
      return remember(phoneNumber);
    }
    const outcome = await withinDeadline(() => askStore(phoneNumber, slot), lookupDeadlineMs, clock);
    if (outcome.kind === 'value') {
      return outcome.value === undefined
        ? { source: 'unknown-number', route: undefined }
        : { source: 'store', route: outcome.value };
    }
    const error = outcome.kind === 'error' ? describeError(outcome.error) : null;
    emit({ type: 'lookup-failed', reason: outcome.kind, error });
    return remember(phoneNumber);
  };
}

const NOTHING_KEPT: LastKnownOptions = { maxEntries: 0, maxAgeMs: 0, warm: false };

/** Goes on beside the first calls; they do not wait for it. */
function warm(list: AsyncIterable<VoiceRoute>, lastKnown: LastKnownRoutes, emit: Observer): void {
  lastKnown.warm(list).then(
    (routes) => emit({ type: 'warmed', routes, error: null }),
    (error: unknown) => emit({ type: 'warmed', routes: 0, error: describeError(error) }),
  );
}
