import type { CallLeg, FinalStatus } from './call-leg.ts';
import { endTogether, joinCaller, joinLegs } from './connect-lines.ts';
import type { Exchange } from './exchange.ts';
import { followLines, mostHops, ringFor, takeUp, type Way } from './follow-lines.ts';
import { passTime } from './pass-time.ts';

/**
 * Rings whoever is at the other end of an outgoing leg, for at most `timeoutMs`. Resolves to whether it was
 * answered; when not, the leg has ended with the reason. Ending the leg meanwhile stops the ringing.
 */
export async function ringFarEnd(exchange: Exchange, leg: CallLeg, timeoutMs: number): Promise<boolean> {
  leg.ring();
  const { from, to } = leg.call;
  const until = exchange.world.clock.now().getTime() + timeoutMs;
  const way = await followLines(exchange, leg, { from, to, forwardedFrom: null, hops: leg.hops, until });
  if (way === undefined) return leg.isAnswered && !leg.over.aborted;
  if (exchange.world.numbers.byPhoneNumber(way.to)) return ringNumber(exchange, leg, way);
  return ringPhone(exchange, leg, way);
}

async function ringPhone(exchange: Exchange, leg: CallLeg, way: Way): Promise<boolean> {
  const phone = exchange.phones.get(way.to);
  if (phone.forwardsTo && exchange.world.numbers.byPhoneNumber(phone.forwardsTo)) {
    return ringNumber(exchange, leg, { ...way, to: phone.forwardsTo, forwardedFrom: way.to });
  }
  if (phone.when === 'busy') return notAnswered(leg, 'busy');
  if (phone.when === 'unreachable') return notAnswered(leg, 'failed');
  const ringMs = phone.when === 'no-answer' ? Number.POSITIVE_INFINITY : (phone.ringSeconds ?? 0) * 1000;
  if (!(await ringFor(exchange, leg, ringMs, way.until))) return false;
  leg.answer();
  takeUp(leg, phone.answeredBy, phone.says);
  return true;
}

async function ringNumber(exchange: Exchange, leg: CallLeg, way: Way): Promise<boolean> {
  const hops = way.hops + 1;
  if (hops > mostHops) return notAnswered(leg, 'failed', 483);
  const { from, to, forwardedFrom } = way;
  const incoming = exchange.receive({ from, to, forwardedFrom, hops });
  if (leg.isOutside) joinCaller(leg, incoming);
  else joinLegs(leg, incoming);
  // Who answers in silence is neither heard as a person nor as a machine.
  leg.pickedUpBy = 'unknown';
  incoming.line.onHeard(({ kind }) => {
    if (kind === 'speech') leg.pickedUpBy = 'human';
  });
  const rung = new AbortController();
  const { clock } = exchange.world;
  const timeout = passTime(clock, way.until - clock.now().getTime(), rung.signal).then(() => false);
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

function notAnswered(leg: CallLeg, status: FinalStatus, sipCode?: number): false {
  leg.end(status, sipCode);
  return false;
}

/** An incoming call that ended unanswered, as the caller sees it. */
function statusOf(incoming: CallLeg): FinalStatus {
  const { status } = incoming.call;
  return status === 'busy' || status === 'failed' ? status : 'no-answer';
}
