import type { TranscriptEntry } from './call-event.ts';
import type { CallHandle } from './call-handle.ts';
import type { CallLeg } from './call-leg.ts';
import { waitForCall } from './wait-for-call.ts';

/** The handle of a leg. */
export function createCallHandle(leg: CallLeg): CallHandle {
  const ended = leg.ended.then(() => leg.settled()).then(() => leg.call);
  function waitFor(
    text: string | RegExp,
    options?: { readonly timeoutMs?: number },
  ): Promise<TranscriptEntry>;
  function waitFor(
    predicate: (call: CallHandle) => boolean,
    options?: { readonly timeoutMs?: number },
  ): Promise<CallHandle>;
  function waitFor(
    wanted: string | RegExp | ((call: CallHandle) => boolean),
    { timeoutMs = 5000 }: { readonly timeoutMs?: number } = {},
  ): Promise<TranscriptEntry | CallHandle> {
    if (typeof wanted === 'function') {
      return waitForCall(handle, 'the condition', () => (wanted(handle) ? handle : undefined), timeoutMs);
    }
    return waitForCall(handle, String(wanted), () => findSaid(handle, wanted), timeoutMs);
  }
  const handle: CallHandle = {
    sid: leg.call.sid,
    call: leg.call,
    ended,
    transcript: () => leg.log.transcript,
    events: () => leg.log.events,
    say: (text) => leg.line.input({ kind: 'speech', text }),
    press: (digits) => {
      if (!/^[0-9*#A-D]+$/.test(digits)) throw new TypeError(`${digits} are not keys of a phone.`);
      for (const digit of digits) leg.line.input({ kind: 'digit', digit });
    },
    interrupt: (text) => leg.line.input({ kind: 'interrupt', text }),
    hangup: () => leg.end(leg.call.direction === 'inbound' ? 'no-answer' : 'busy'),
    waitFor,
    onChange: (listener) => leg.log.onChange(listener),
  };
  return handle;
}

function findSaid(handle: CallHandle, wanted: string | RegExp): TranscriptEntry | undefined {
  return handle
    .transcript()
    .find(
      ({ who, text }) =>
        who !== 'caller' && (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)),
    );
}
