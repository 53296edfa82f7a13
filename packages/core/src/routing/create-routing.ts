import type { Attendance, AttendedCall, RouteSource } from '@numberkit/contract';
import type { Clock } from '../clock.ts';
import type { ForwardingStore } from '../forwarding/index.ts';
import type { NumberStore, PooledStore } from '../numbers/index.ts';
import { keepAliveRoute } from './keep-alive-route.ts';
import { restingRoute } from './resting-route.ts';
import type { RouteStore } from './route-store.ts';
import { unansweredRoute } from './unanswered-route.ts';

/** What the room needs from outside. */
export interface RoutingDeps {
  readonly open: () => Promise<{
    readonly routes: RouteStore;
    readonly numbers: Pick<NumberStore, 'findByPhoneNumber'>;
    readonly pooled: Pick<PooledStore, 'findExpecting'>;
    readonly forwardings: Pick<ForwardingStore, 'attendedUntil'>;
  }>;
  readonly clock: Clock;
  /** The forwarding room: says what a call to an attended number is. */
  readonly attend: (call: AttendedCall) => Promise<Attendance>;
}

/**
 * Number -> tenant -> agent, in one query; hand it to the voice webhook as `routes`. Only a number without a route costs
 * more: it may rest, and say so to its callers, or be a pooled number that expects a call of our own. Tests of a
 * forwarding reach it all the same, also while the number rests or its tenant has no agent yet.
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
      if (number?.state === 'resting') {
        return { ...restingRoute(phoneNumber, number.id), attended: await isAttended(deps, number.id) };
      }
      if (number?.state === 'assigned' && (await isAttended(deps, number.id))) {
        return unansweredRoute(phoneNumber, number);
      }
      if (number?.state !== 'pooled') return undefined;
      const expecting = await pooled.findExpecting(phoneNumber, deps.clock.now());
      return expecting === undefined ? undefined : keepAliveRoute(phoneNumber, expecting);
    },
    attend: deps.attend,
  };
}

async function isAttended({ open, clock }: RoutingDeps, numberId: string): Promise<boolean> {
  const { forwardings } = await open();
  const until = await forwardings.attendedUntil(numberId);
  return until !== null && until > clock.now();
}
