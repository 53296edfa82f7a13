import type { RouteSource } from '@numberkit/contract';
import type { RouteStore } from './route-store.ts';

/** What the room needs from outside. */
export interface RoutingDeps {
  readonly open: () => Promise<{ readonly routes: RouteStore }>;
}

/**
 * Number -> tenant -> agent, in one query; hand it to the voice webhook as `routes`.
 *
 * @example
 * const voice = createVoiceWebhook({ routes: numberkit.routing, … });
 */
export function createRouting(deps: RoutingDeps): RouteSource {
  return {
    async lookup(phoneNumber) {
      const { routes } = await deps.open();
      return routes.lookup(phoneNumber);
    },
  };
}
