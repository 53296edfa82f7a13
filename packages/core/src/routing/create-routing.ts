import type { RouteSource } from '@numberkit/contract';
import type { Clock } from '../clock.ts';
import type { NumberStore, PooledStore } from '../numbers/index.ts';
import { keepAliveRoute } from './keep-alive-route.ts';
import { restingRoute } from './resting-route.ts';
import type { RouteStore } from './route-store.ts';

/** What the room needs from outside. */
export interface RoutingDeps {
  readonly open: () => Promise<{
    readonly routes: RouteStore;
    readonly numbers: Pick<NumberStore, 'findByPhoneNumber'>;
    readonly pooled: Pick<PooledStore, 'findExpecting'>;
  }>;
  readonly clock: Clock;
}

/**
 * Number -> tenant -> agent, in one query; hand it to the voice webhook as `routes`. Only a number without a route costs
 * more: it may rest, and say so to its callers, or be a pooled number that expects a call of our own.
 *
 * @example
 * const voice = createVoiceWebhook({ routes: numberkit.routing, … });
 */
export function createRouting(deps: RoutingDeps): RouteSource {
  return {
    async lookup(phoneNumber) {
      const { routes, numbers, pooled } = await deps.open();
      const route = await routes.lookup(phoneNumber, deps.clock.now());
      if (route) return route;
      const number = await numbers.findByPhoneNumber(phoneNumber);
      if (number?.state === 'resting') return restingRoute(phoneNumber, number.id);
      if (number?.state !== 'pooled') return undefined;
      const expecting = await pooled.findExpecting(phoneNumber, deps.clock.now());
      return expecting === undefined ? undefined : keepAliveRoute(phoneNumber, expecting);
    },
  };
}
