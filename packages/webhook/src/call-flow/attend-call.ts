import type { Attendance, RouteSource } from '@numberkit/contract';
import { askHook, type HookParts } from '../callbacks/index.ts';
import type { VoiceCall } from '../request/index.ts';
import { twiml } from '../twiml/index.ts';

/** Shows a call to the source of its route: TwiML that ends it, or undefined when it is for the agent. Never rejects. */
export type AttendCall = (call: VoiceCall) => Promise<string | undefined>;

/** Puts a deadline around the source's `attend`; a call about which it is late, or throws, is for the agent. */
export function createAttendCall(source: RouteSource, parts: HookParts): AttendCall {
  return async ({ callSid, from, to, forwardedFrom = null }) => {
    const call = { callSid, from, to, forwardedFrom };
    const attended = await askHook('attend', async () => write(await source.attend?.(call)), parts);
    if (attended !== undefined) {
      parts.emit({ type: 'attended', attendance: attended.kind, callSid });
    }
    return attended?.document;
  };
}

/** Some carriers take a forwarding for failed when the far end is gone at once, so a spoken answer stays for a while. */
const STAY_SECONDS = 2;

/** Undefined for `agent`, and for what a newer source may say. */
function write(attendance: Attendance | undefined) {
  switch (attendance?.kind) {
    case 'reject':
      return { kind: attendance.kind, document: twiml.response(twiml.reject()) };
    case 'say': {
      const spoken = twiml.say(attendance.text, { language: attendance.language });
      const stay = twiml.pause({ length: STAY_SECONDS });
      return { kind: attendance.kind, document: twiml.response(spoken, stay, twiml.hangup()) };
    }
    case 'hold': {
      // A pause that comes first would leave the call ringing.
      const answer = twiml.play({ digits: 'w' });
      const silence = twiml.pause({ length: Math.ceil(attendance.seconds) });
      return { kind: attendance.kind, document: twiml.response(answer, silence, twiml.hangup()) };
    }
    default:
      return undefined;
  }
}
