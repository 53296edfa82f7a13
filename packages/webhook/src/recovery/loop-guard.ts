import { sameLine, type VoiceCall } from '../request/index.ts';

/**
 * May this call be sent to that phone? A tenant's line that forwards to us would send it straight back, and
 * every round costs money. So never: the called number itself, the caller, the line that forwarded the call,
 * nor any phone at all when the call shows the called number as its caller: that is our own recovery call
 * coming back, which is why those calls carry it (see `recoveryCallerId`).
 */
export function mayDial(phoneNumber: string, call: VoiceCall): boolean {
  if (sameLine(call.from, call.to)) {
    return false;
  }
  return ![call.to, call.from, call.forwardedFrom ?? ''].some((other) => sameLine(phoneNumber, other));
}
