import { sameLine, type VoiceCall } from '../request/index.ts';

/**
 * Is it our own call to the tenant's phone, which that phone has forwarded back to us? Such calls show the called number
 * (see `recoveryCallerId`), and nobody else calls a number from itself. Told that we are busy, Twilio asks what is next,
 * and the caller gets the voicemail instead of the agent once more.
 */
export function comesBack(call: VoiceCall): boolean {
  return sameLine(call.from, call.to);
}

/**
 * May this call be sent to that phone? A tenant's line that forwards to us would send it straight back, and
 * every round costs money. So never: the called number itself, the caller, the line that forwarded the call,
 * nor any phone at all when the call shows the called number as its caller: that is our own recovery call
 * coming back, which is why those calls carry it (see `recoveryCallerId`).
 */
export function mayDial(phoneNumber: string, call: VoiceCall): boolean {
  if (comesBack(call)) {
    return false;
  }
  return ![call.to, call.from, call.forwardedFrom ?? ''].some((other) => sameLine(phoneNumber, other));
}
