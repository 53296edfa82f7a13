import type { RouteSource } from '@numberkit/contract';
import type { Clock } from '../clock.ts';
import type { PooledStore } from '../numbers/index.ts';
import { keepAliveRoute } from './keep-alive-route.ts';
import type { RouteStore } from './route-store.ts';

/** What the room needs from outside. */
export interface RoutingDeps {
  readonly open: () => Promise<{
    readonly routes: RouteStore;
    readonly pooled: Pick<PooledStore, 'findExpecting'>;
  }>;
  readonly clock: Clock;
}

/**
 * Number -> tenant -> agent, in one query; hand it to the voice webhook as `routes`. A number without a route costs a
 * second one: it may be a pooled number that expects a call of our own.
 *
 * @example
 * const voice = createVoiceWebhook({ routes: numberkit.routing, … });
 */
export function createRouting(deps: RoutingDeps): RouteSource {
  return {
    async lookup(phoneNumber) {
      const { routes, pooled } = await deps.open();
      const route = await routes.lookup(phoneNumber);
      if (route) return route;
      const expecting = await pooled.findExpecting(phoneNumber, deps.clock.now());
      return expecting === undefined ? undefined : keepAliveRoute(phoneNumber, expecting);
    },
  };
}
