import type { CallLeg, FinalStatus } from './call-leg.ts';
import { endTogether, joinLegs } from './connect-lines.ts';
import type { Exchange } from './exchange.ts';
import { passTime } from './pass-time.ts';

const mostHops = 10;

/**
 * Rings whoever is at the other end of an outgoing leg, for at most `timeoutMs`. Resolves to whether it was
 * answered; when not, the leg has ended with the reason. Ending the leg meanwhile stops the ringing.
 */
export async function ringFarEnd(exchange: Exchange, leg: CallLeg, timeoutMs: number): Promise<boolean> {
  leg.ring();
  const address = leg.call.to;
  if (exchange.world.numbers.byPhoneNumber(address))
    return ringNumber(exchange, leg, address, timeoutMs, null);
  const phone = exchange.phones.get(address);
  if (phone.forwardsTo && exchange.world.numbers.byPhoneNumber(phone.forwardsTo)) {
    return ringNumber(exchange, leg, phone.forwardsTo, timeoutMs, address);
  }
  if (phone.when === 'busy') return notAnswered(leg, 'busy');
  if (phone.when === 'unreachable') return notAnswered(leg, 'failed');
  const ringMs = phone.when === 'no-answer' ? Number.POSITIVE_INFINITY : (phone.ringSeconds ?? 0) * 1000;
  if (ringMs > 0)
    await Promise.race([passTime(exchange.world.clock, Math.min(ringMs, timeoutMs), leg.over), leg.ended]);
  if (leg.over.aborted) return false;
  if (ringMs > timeoutMs) return notAnswered(leg, 'no-answer');
  leg.answer();
  if (phone.says) leg.line.input({ kind: 'speech', text: phone.says });
  return true;
}

async function ringNumber(
  exchange: Exchange,
  leg: CallLeg,
  to: string,
  timeoutMs: number,
  forwardedFrom: string | null,
): Promise<boolean> {
  const hops = leg.hops + 1;
  if (hops > mostHops) return notAnswered(leg, 'failed');
  const incoming = exchange.receive({ from: leg.call.from, to, forwardedFrom, hops });
  joinLegs(leg, incoming);
  const rung = new AbortController();
  const timeout = passTime(exchange.world.clock, timeoutMs, rung.signal).then(() => false);
  const answered = await Promise.race([incoming.answered, timeout, leg.ended]);
  rung.abort();
  if (answered !== true || leg.over.aborted) {
    const status = incoming.over.aborted ? statusOf(incoming) : 'no-answer';
    incoming.end('no-answer');
    return notAnswered(leg, status);
  }
  leg.answer();
  leg.track(endTogether(leg, incoming));
  return true;
}

function notAnswered(leg: CallLeg, status: FinalStatus): false {
  leg.end(status);
  return false;
}

/** An incoming call that ended unanswered, as the caller sees it. */
function statusOf(incoming: CallLeg): FinalStatus {
  const { status } = incoming.call;
  return status === 'busy' || status === 'failed' ? status : 'no-answer';
}
