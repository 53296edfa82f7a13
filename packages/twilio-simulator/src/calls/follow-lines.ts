import type { LineResponse } from '../lines/index.ts';
import { respond } from '../lines/index.ts';
import type { Line } from '../world/index.ts';
import type { AnsweredBy } from './answered-by.ts';
import type { CallLeg } from './call-leg.ts';
import type { Exchange } from './exchange.ts';
import { passTime } from './pass-time.ts';

/** More forwardings than this, and the network gives up: SIP 483, Too Many Hops. */
export const mostHops = 10;

/** How long a carrier's voicemail listens before it hangs up. */
const voicemailMs = 120_000;

/** How far a call has come on its way through carriers. */
export interface Way {
  /** Whom the call shows by now. */
  readonly from: string;
  readonly to: string;
  readonly forwardedFrom: string | null;
  readonly hops: number;
  /** When the caller stops waiting, in milliseconds of the simulator's clock. */
  readonly until: number;
}

/**
 * Follows a call through existing lines and their forwardings. Resolves to where it leads on to, or to undefined
 * when it ended or was answered at a line.
 */
export async function followLines(exchange: Exchange, leg: CallLeg, start: Way): Promise<Way | undefined> {
  const passed = new Set<string>();
  let way: Way | undefined = start;
  while (way !== undefined) {
    const line = exchange.world.lines.get(way.to);
    if (line === undefined || exchange.world.numbers.byPhoneNumber(way.to)) return way;
    const looped = passed.has(line.phoneNumber);
    if (looped || way.hops > mostHops) {
      leg.end('failed', looped ? 482 : 483);
      return undefined;
    }
    passed.add(line.phoneNumber);
    way = await meet(exchange, leg, line, way);
  }
  return undefined;
}

/** What the call meets at one line, and where that sends it. */
async function meet(exchange: Exchange, leg: CallLeg, line: Line, way: Way): Promise<Way | undefined> {
  const response = respond(line);
  switch (response.kind) {
    case 'busy':
      leg.end('busy');
      return undefined;
    case 'failed':
      leg.end('failed', response.sipCode);
      return undefined;
    case 'rings':
      await ringFor(exchange, leg, Number.POSITIVE_INFINITY, way.until);
      return undefined;
    case 'answered':
      if (await ringFor(exchange, leg, response.afterMs, way.until)) pickUp(exchange, leg, response);
      return undefined;
    default:
      if (!(await ringFor(exchange, leg, response.afterMs, way.until))) return undefined;
      leg.log.record({
        kind: 'note',
        message: `${line.carrier} forwards ${line.phoneNumber} to ${response.to} (${response.part}).`,
      });
      return sendOn(line, way, response);
  }
}

function sendOn(line: Line, way: Way, { to, quirks }: Extract<LineResponse, { kind: 'forwarded' }>): Way {
  const forwardedFrom = { line: line.phoneNumber, absent: null, called: to }[quirks.forwardedFrom];
  const from = quirks.caller === 'line' ? line.phoneNumber : way.from;
  return { ...way, from, to, forwardedFrom, hops: way.hops + 1 };
}

/** Lets the far end ring. Resolves to false when the call ended meanwhile or nobody waits any longer. */
export async function ringFor(exchange: Exchange, leg: CallLeg, ms: number, until: number): Promise<boolean> {
  const { clock } = exchange.world;
  const left = Math.max(0, until - clock.now().getTime());
  const rings = Math.min(ms, left);
  if (rings > 0) await Promise.race([passTime(clock, rings, leg.over), leg.ended]);
  if (leg.over.aborted) return false;
  if (ms > left) leg.end('no-answer');
  return !leg.over.aborted;
}

function pickUp(
  exchange: Exchange,
  leg: CallLeg,
  { by, says }: Extract<LineResponse, { kind: 'answered' }>,
): void {
  leg.answer();
  takeUp(leg, by === 'human' ? 'human' : 'machine_start', says);
  if (by === 'human') return;
  const task = exchange.world.clock.schedule(voicemailMs, () => leg.end('completed'));
  leg.over.addEventListener('abort', () => task.cancel(), { once: true });
}

/** Notes who picked up, and lets them speak first. */
export function takeUp(leg: CallLeg, by: AnsweredBy | undefined, says: string | undefined): void {
  leg.pickedUpBy = by;
  if (!says) return;
  if (leg.isOutside) leg.line.speak('agent', says);
  else leg.line.input({ kind: 'speech', text: says });
}
