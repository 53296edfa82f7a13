import type { Callee, DialVerb } from '../../twiml/index.ts';
import { tellHost } from '../ask-host.ts';
import { CallCut } from '../call-cut.ts';
import type { CallLeg } from '../call-leg.ts';
import { connectPhones } from '../connect-lines.ts';
import { passTime } from '../pass-time.ts';
import { recordingParameters } from '../recording-parameters.ts';
import { ringFarEnd } from '../ring-far-end.ts';
import type { Next, Walk } from '../walk.ts';
import { afterVerb, resolveCallback } from '../walk.ts';

const e164 = /^\+[1-9]\d{6,14}$/;

/**
 * Rings the callees (all at once, or one after another with `sequential`), puts the first who answers through
 * and reports to the action. Source: https://www.twilio.com/docs/voice/twiml/dial
 */
export async function runDial(walk: Walk, verb: DialVerb): Promise<Next> {
  const legs = verb.callees.flatMap((callee) => openCallee(walk, verb, callee) ?? []);
  const stopRinging = () => {
    for (const leg of legs) leg.end('canceled');
  };
  walk.signal.addEventListener('abort', stopRinging, { once: true });
  const winner = await ring(walk, verb, legs);
  if (walk.signal.aborted && !walk.leg.over.aborted) throw new CallCut();
  if (winner) {
    walk.leg.answer();
    await talk(walk, verb, winner);
  }
  walk.signal.removeEventListener('abort', stopRinging);
  const recording = winner && verb.record ? reportRecording(walk, verb, winner) : {};
  const result = { ...dialResult(winner ?? legs.at(-1), winner !== undefined), ...recording };
  return afterVerb(walk, verb.action, result, undefined);
}

function openCallee(walk: Walk, verb: DialVerb, callee: Callee): CallLeg | undefined {
  const { leg, exchange } = walk;
  if (callee.kind === 'number' && !e164.test(callee.address)) {
    leg.log.record({
      kind: 'warning',
      code: 13_224,
      message: `<Dial>: ${callee.address} is not an E.164 number.`,
    });
    return undefined;
  }
  const child = exchange.openLeg({
    from: callerIdOf(walk, verb),
    to: callee.address,
    direction: 'outbound-dial',
    parentCallSid: leg.call.sid,
    status: 'queued',
    statusCallback: callee.statusCallback && resolveCallback(walk, callee.statusCallback),
    statusEvents: callee.statusEvents,
    hops: leg.hops,
  });
  leg.log.record({ kind: 'note', message: `Dials ${callee.address} as ${child.call.sid}.` });
  child.reporter.initiated();
  if (callee.sendDigits) void child.answered.then((yes) => yes && child.line.tones(callee.sendDigits ?? ''));
  return child;
}

/** A caller id must belong to the account; another one is refused with 13247 and the caller's own is shown. */
function callerIdOf(walk: Walk, verb: DialVerb): string {
  const { leg, exchange } = walk;
  const own = leg.call.direction === 'inbound' ? leg.call.from : leg.call.to;
  if (verb.callerId === undefined || verb.callerId === own) return own;
  const known = [leg.call.from, leg.call.to].includes(verb.callerId);
  if (known || exchange.world.numbers.byPhoneNumber(verb.callerId)) return verb.callerId;
  leg.log.record({
    kind: 'warning',
    code: 13_247,
    message: `<Dial callerId="${verb.callerId}"> is not the account's.`,
  });
  return own;
}

async function ring(walk: Walk, verb: DialVerb, legs: readonly CallLeg[]): Promise<CallLeg | undefined> {
  if (verb.sequential) {
    for (const leg of legs) if (await ringAndScreen(walk, verb, leg)) return leg;
    return undefined;
  }
  const first = await Promise.any(
    legs.map(async (leg) => {
      if (await ringAndScreen(walk, verb, leg)) return leg;
      throw new Error('not answered');
    }),
  ).catch(() => undefined);
  for (const leg of legs) if (leg !== first) leg.end('canceled');
  return first;
}

/** With a `url`, its TwiML runs at the callee alone first; a callee that hangs up there is not put through. */
async function ringAndScreen(walk: Walk, verb: DialVerb, leg: CallLeg): Promise<boolean> {
  if (!(await ringFarEnd(walk.exchange, leg, verb.timeoutSeconds * 1000))) return false;
  const screen = verb.callees.find(({ address }) => address === leg.call.to)?.screen;
  if (!screen) return true;
  const callback = resolveCallback(walk, screen);
  await walk.exchange.execute(leg, { kind: 'fetch', purpose: 'screen', callback, params: {} });
  return !leg.over.aborted;
}

async function talk(walk: Walk, verb: DialVerb, callee: CallLeg): Promise<void> {
  const limit = passTime(walk.exchange.world.clock, verb.timeLimitSeconds * 1000, callee.over);
  await Promise.race([connectPhones(walk.leg, callee), limit, starPressed(verb, callee)]);
  callee.end('completed');
}

/** With hangupOnStar the caller's * ends the dialled call and leads on; otherwise never resolves. */
function starPressed(verb: DialVerb, callee: CallLeg): Promise<void> {
  return new Promise((resolve) => {
    if (!verb.hangupOnStar) return;
    const stop = callee.line.onHeard((sound) => {
      if (sound.kind === 'digits' && sound.digits.includes('*')) resolve();
    });
    callee.over.addEventListener('abort', stop, { once: true });
  });
}

function reportRecording(walk: Walk, verb: DialVerb, callee: CallLeg): Record<string, string> {
  const recording = recordingParameters(walk.exchange, callee.call.durationSeconds ?? 0);
  if (verb.recordingCallback) {
    const callback = resolveCallback(walk, verb.recordingCallback);
    const params = { ...recording, RecordingStatus: 'completed', RecordingSource: 'DialVerb' };
    void tellHost(walk.exchange, walk.leg, { purpose: 'recording-status', callback, params });
  }
  return recording;
}

function dialResult(leg: CallLeg | undefined, answered: boolean): Record<string, string> {
  if (!leg) return { DialCallStatus: 'failed' };
  return {
    DialCallSid: leg.call.sid,
    DialCallStatus: answered ? 'completed' : leg.call.status,
    DialBridged: String(answered),
    ...(answered ? { DialCallDuration: String(leg.call.durationSeconds ?? 0) } : {}),
  };
}
