import type { CallLeg } from './call-leg.ts';

/**
 * Puts two phones through: what one says, the other hears as its agent.
 * Resolves when either call ends; neither is ended here.
 */
export async function connectPhones(caller: CallLeg, callee: CallLeg): Promise<void> {
  const stops = [talk(caller, callee), talk(callee, caller)];
  await Promise.race([caller.ended, callee.ended]);
  for (const stop of stops) stop();
}

function talk(speaker: CallLeg, hearer: CallLeg): () => void {
  return speaker.line.listen((input) => {
    if (input.kind === 'digit') hearer.line.tones(input.digit);
    else if (input.text !== undefined) hearer.line.speak('agent', input.text);
  });
}

/**
 * Joins the network's two ends of one connection: an outgoing leg whose phone is a number of the account, and
 * the incoming leg there. What either side's TwiML says, the other hears as its caller. Done while it still
 * rings, because an answering document speaks in the same moment.
 */
export function joinLegs(outgoing: CallLeg, incoming: CallLeg): void {
  carry(outgoing, incoming);
  carry(incoming, outgoing);
}

/**
 * Joins a call between two outside phones to the incoming leg it was forwarded to: the caller talks to what answers
 * there, and the log shows what the host was asked.
 */
export function joinCaller(caller: CallLeg, incoming: CallLeg): void {
  caller.line.listen((input) => incoming.line.input(input));
  incoming.line.onHeard((sound) => {
    if (sound.kind === 'speech') caller.line.speak(sound.who, sound.text);
    else caller.line.tones(sound.digits);
  });
  incoming.log.onChange((change) => {
    if (change.type === 'event' && change.event.kind !== 'status') caller.log.record(change.event);
  });
}

/** Ends two joined legs together, whichever ends first. */
export async function endTogether(outgoing: CallLeg, incoming: CallLeg): Promise<void> {
  await Promise.race([outgoing.ended, incoming.ended]);
  outgoing.end('completed');
  incoming.end('completed');
}

function carry(from: CallLeg, to: CallLeg): void {
  from.line.onHeard((sound) => {
    if (sound.kind === 'speech') to.line.input({ kind: 'speech', text: sound.text });
    else
      for (const digit of sound.digits)
        if (digit !== 'w' && digit !== 'W') to.line.input({ kind: 'digit', digit });
  });
}
