import type { RouteSource, VoiceRoute } from '@numberkit/contract';
import type { Clock } from '../clock.ts';
import { withinDeadline } from '../deadline.ts';
import { describeError, type Observer } from '../webhook-event.ts';
import { createLastKnownRoutes, type LastKnownOptions } from './last-known-routes.ts';

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
  readonly lastKnown: LastKnownOptions | false;
  readonly clock: Clock;
  readonly emit: Observer;
}

/**
 * Asks the store, within the deadline; failing that, memory. The store comes first always: while it answers, a
 * transferred or released number never rings at its former tenant.
 */
export function createFindRoute(parts: FindRouteParts): FindRoute {
  const { routes, lookupDeadlineMs, clock, emit } = parts;
  const lastKnown = createLastKnownRoutes(parts.lastKnown || { maxEntries: 0, maxAgeMs: 0 }, clock);
  const askStore = async (phoneNumber: string): Promise<VoiceRoute | undefined> => {
    const asked = lastKnown.ask();
    const route = (await routes.lookup(phoneNumber)) ?? undefined;
    // Learned here, not after the deadline: a late answer serves the next call.
    lastKnown.learn(phoneNumber, route, asked);
    return route;
  };
  return async (phoneNumber) => {
    const outcome = await withinDeadline(() => askStore(phoneNumber), lookupDeadlineMs, clock);
    if (outcome.kind === 'value') {
      return outcome.value === undefined
        ? { source: 'unknown-number', route: undefined }
        : { source: 'store', route: outcome.value };
    }
    emit({
      type: 'lookup-failed',
      reason: outcome.kind,
      error: outcome.kind === 'error' ? describeError(outcome.error) : null,
    });
    const route = parts.lastKnown ? lastKnown.recall(phoneNumber) : undefined;
    return route === undefined ? { source: 'none', route } : { source: 'last-known', route };
  };
}
