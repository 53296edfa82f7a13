import type { CallInstructions, PlaceCallRequest, UpdateCallRequest } from '../world/index.ts';
import type { CallLeg } from './call-leg.ts';
import { chargeDetection } from './charge-call.ts';
import type { Exchange } from './exchange.ts';
import { passTime } from './pass-time.ts';
import { ringFarEnd } from './ring-far-end.ts';
import { apologise, runCall } from './run-call.ts';
import type { TwimlSource } from './twiml-source.ts';

/** Twilio rings this much longer than asked. Source: the Calls API's `Timeout`. */
const ringBufferMs = 5000;

/** An outgoing call of the REST API: waits for its turn, rings, and executes its TwiML once answered. */
export function placeCall(exchange: Exchange, request: PlaceCallRequest, waitMs: number): CallLeg {
  const { instructions, statusCallback } = request;
  const leg = exchange.openLeg({
    from: request.from,
    to: request.to,
    phoneNumberSid: request.phoneNumberSid,
    direction: 'outbound-api',
    status: 'queued',
    statusCallback: statusCallback
      ? { url: statusCallback, method: request.statusCallbackMethod }
      : undefined,
    statusEvents: request.statusCallbackEvents,
    fallback: fallbackOf(instructions),
  });
  leg.track(Promise.resolve().then(() => carryOut(exchange, leg, request, waitMs)));
  return leg;
}

async function carryOut(
  exchange: Exchange,
  leg: CallLeg,
  request: PlaceCallRequest,
  waitMs: number,
): Promise<void> {
  if (waitMs > 0) await Promise.race([passTime(exchange.world.clock, waitMs, leg.over), leg.ended]);
  if (leg.over.aborted) return;
  leg.call.queueTimeMs = waitMs;
  leg.reporter.initiated();
  if (!(await ringFarEnd(exchange, leg, request.timeoutSeconds * 1000 + ringBufferMs))) return;
  if (request.timeLimitSeconds !== null) limitTime(exchange, leg, request.timeLimitSeconds);
  if (request.record) {
    leg.log.record({ kind: 'note', message: 'Record is not simulated for calls of the REST API.' });
  }
  if (request.sendDigits) leg.line.tones(request.sendDigits);
  else if (request.machineDetection) detectMachine(exchange, leg, request.machineDetection);
  const source = sourceOf(leg, request.instructions);
  if (source) await runCall(exchange, leg, source);
  leg.end('completed');
}

/** Hears at once who picked up; with DetectMessageEnd a machine has come to its beep by then. */
function detectMachine(exchange: Exchange, leg: CallLeg, mode: string): void {
  const by = leg.pickedUpBy ?? 'human';
  const toTheEnd = mode.toLowerCase() === 'detectmessageend' && by === 'machine_start';
  leg.call.answeredBy = toTheEnd ? 'machine_end_beep' : by;
  chargeDetection(exchange.world, leg.call);
}

/** Ends or redirects a live call, as `POST /Calls/{Sid}` does. */
export function updateCall(exchange: Exchange, leg: CallLeg, request: UpdateCallRequest): void {
  if (request.statusCallback !== undefined) {
    leg.reporter.moveTo({ url: request.statusCallback, method: request.statusCallbackMethod ?? 'POST' });
  }
  if (request.timeLimitSeconds !== undefined) limitTime(exchange, leg, request.timeLimitSeconds);
  if (request.instructions) {
    leg.fallback = fallbackOf(request.instructions) ?? leg.fallback;
    const source = sourceOf(leg, request.instructions);
    if (source) leg.redirect(source);
  }
  // "completed: the call was answered and has ended normally"; one that was not can only be canceled.
  if (request.status) leg.end(leg.isAnswered ? 'completed' : 'canceled');
}

function limitTime(exchange: Exchange, leg: CallLeg, seconds: number): void {
  const task = exchange.world.clock.schedule(seconds * 1000, () => leg.end('completed'));
  leg.over.addEventListener('abort', () => task.cancel(), { once: true });
}

function sourceOf(leg: CallLeg, instructions: CallInstructions): TwimlSource | undefined {
  if (instructions.kind === 'twiml') return { kind: 'document', xml: instructions.twiml };
  if (instructions.kind === 'url') {
    const callback = { url: instructions.url, method: instructions.method };
    return { kind: 'fetch', purpose: 'voice', callback, params: {} };
  }
  const message = `The call names the application ${instructions.sid}. The simulator has no applications.`;
  leg.log.record({ kind: 'error', code: 11_100, message });
  apologise(leg);
  return undefined;
}

function fallbackOf(instructions: CallInstructions) {
  return instructions.kind === 'url' && instructions.fallbackUrl
    ? { url: instructions.fallbackUrl, method: instructions.fallbackMethod }
    : undefined;
}
