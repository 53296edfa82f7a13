import type { CarrierQuirks, ForwardPart, Line, LineForward } from '../world/index.ts';
import { profileOf } from './find-carrier.ts';

/** What a call to a line meets. Times count from the first ring. */
export type LineResponse =
  | {
      readonly kind: 'answered';
      readonly afterMs: number;
      readonly by: 'human' | 'machine';
      readonly says: string;
    }
  | {
      readonly kind: 'forwarded';
      readonly afterMs: number;
      readonly part: ForwardPart;
      readonly to: string;
      readonly quirks: CarrierQuirks;
    }
  | { readonly kind: 'rings' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly sipCode: number };

const greeting = 'Nobody can take your call. Please leave a message after the tone.';

/** Follows a line's forwardings and whoever is at it. */
export function respond(line: Line): LineResponse {
  const { quirks } = profileOf(line);
  if (line.blocked === 'declined') return { kind: 'failed', sipCode: 603 };
  if (line.blocked === 'unwanted') return { kind: 'failed', sipCode: 607 };
  const forward = (part: ForwardPart, afterMs: number): LineResponse | undefined => {
    const { to } = registered(line, part, quirks) ?? {};
    return to === undefined ? undefined : { kind: 'forwarded', afterMs, part, to, quirks };
  };
  return forward('all', 0) ?? whenCalled(line, quirks, forward);
}

/** The number that is in force for a part; a line with voicemail may never get that far. */
function registered(line: Line, part: ForwardPart, quirks: CarrierQuirks): LineForward | undefined {
  const forward = line.forwards[part];
  const beaten = line.behaviour === 'voicemail' && quirks.voicemailFirst.includes(part);
  return forward?.active && !beaten ? forward : undefined;
}

function whenCalled(
  line: Line,
  quirks: CarrierQuirks,
  forward: (part: ForwardPart, afterMs: number) => LineResponse | undefined,
): LineResponse {
  const ringMs = (line.forwards['no-answer']?.ringSeconds ?? quirks.ringSeconds) * 1000;
  const answerMs = line.answerSeconds * 1000;
  switch (line.behaviour) {
    case 'unreachable':
      return forward('unreachable', 0) ?? { kind: 'failed', sipCode: 480 };
    case 'busy':
      return forward('busy', 0) ?? { kind: 'busy' };
    case 'rings-out':
      return forward('no-answer', ringMs) ?? { kind: 'rings' };
    case 'voicemail':
      return (
        forward('no-answer', ringMs) ?? { kind: 'answered', afterMs: ringMs, by: 'machine', says: greeting }
      );
    default: {
      const tooLate = answerMs >= ringMs ? forward('no-answer', ringMs) : undefined;
      return tooLate ?? { kind: 'answered', afterMs: answerMs, by: 'human', says: line.says };
    }
  }
}
