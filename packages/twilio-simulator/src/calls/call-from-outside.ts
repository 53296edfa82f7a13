import type { CallLeg } from './call-leg.ts';
import type { Exchange, IncomingCall } from './exchange.ts';
import { receiveCall } from './receive-call.ts';
import { ringFarEnd } from './ring-far-end.ts';

/** A caller who hears nobody hangs up after that long. */
const patienceMs = 120_000;

/** A call from a phone outside the account: to one of its numbers, or to somebody's line. */
export function callFromOutside(exchange: Exchange, incoming: IncomingCall): CallLeg {
  const { numbers, lines } = exchange.world;
  if (numbers.byPhoneNumber(incoming.to) || !lines.get(incoming.to)) return receiveCall(exchange, incoming);
  const { from, to, stirVerstat } = incoming;
  const leg = exchange.openLeg({ from, to, stirVerstat, direction: 'inbound', ofAccount: false });
  leg.track(Promise.resolve().then(() => ringFarEnd(exchange, leg, patienceMs)));
  return leg;
}
