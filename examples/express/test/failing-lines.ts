import type { ForwardingLocale } from '@numberkit/elements';
import type { LineSettings } from '@numberkit/twilio-simulator';
import { passMinute, refuseCalls, tieInCircle } from './added-line.ts';
import type { SimulatedLine } from './simulated-line.ts';
import type { StartedExample } from './started-example.ts';

/** What the page has words for. */
type Outcome = Exclude<keyof ForwardingLocale['outcome'], 'unproved'>;
export type Remedy = Exclude<keyof ForwardingLocale['remedy'], 'unblock'>;

/** A line at which a test call comes to no good end. */
export interface Failure {
  /** Names its pictures. */
  readonly name: string;
  readonly what: string;
  readonly carrier: 'T-Mobile' | 'Verizon' | 'Bell' | 'Cox';
  readonly when: 'unanswered' | 'all' | 'busy';
  readonly line: LineSettings;
  readonly outcome: Outcome;
  readonly remedy: Remedy;
  /** What else is so before the test, and what happens while the line rings. */
  readonly before?: (example: StartedExample, line: SimulatedLine) => Promise<void>;
  readonly ringing?: (example: StartedExample) => Promise<void>;
}

/** Every outcome of a first test but the good one. */
export const failures: readonly Failure[] = [
  {
    name: 'not-forwarded-picked-up',
    what: 'a person picks up before it is sent on',
    carrier: 'T-Mobile',
    when: 'unanswered',
    line: { behaviour: 'answers' },
    outcome: 'not-forwarded',
    remedy: 'let-it-ring',
  },
  {
    name: 'not-forwarded-next-code',
    what: 'a person picks up, another code is known',
    carrier: 'Bell',
    when: 'all',
    line: { behaviour: 'answers' },
    outcome: 'not-forwarded',
    remedy: 'next-code',
  },
  {
    name: 'not-forwarded-dial-again',
    what: 'a person picks up, one code is known',
    carrier: 'Verizon',
    when: 'all',
    line: { behaviour: 'answers' },
    outcome: 'not-forwarded',
    remedy: 'dial-again',
  },
  {
    name: 'voicemail-answered',
    what: 'voicemail comes first',
    carrier: 'Verizon',
    when: 'unanswered',
    line: { behaviour: 'voicemail', quirks: { ringSeconds: 1 } },
    outcome: 'voicemail-answered',
    remedy: 'turn-off-voicemail',
  },
  {
    name: 'busy',
    what: 'the line is in use',
    carrier: 'T-Mobile',
    when: 'unanswered',
    line: { behaviour: 'busy' },
    outcome: 'busy',
    remedy: 'hang-up',
  },
  {
    name: 'no-answer',
    what: 'a line that should be busy rings out',
    carrier: 'T-Mobile',
    when: 'busy',
    line: { behaviour: 'rings-out' },
    outcome: 'no-answer',
    remedy: 'keep-line-busy',
    ringing: passMinute,
  },
  {
    name: 'loop',
    what: 'two lines send calls to each other',
    carrier: 'T-Mobile',
    when: 'all',
    line: {},
    outcome: 'loop',
    remedy: 'break-loop',
    before: (example, line) => tieInCircle(example, line, lineOf('Cox', 99)),
  },
  {
    name: 'blocked-geo-permission',
    what: 'the account may not call there',
    carrier: 'T-Mobile',
    when: 'unanswered',
    line: { blocked: 'geo-permission' },
    outcome: 'blocked',
    remedy: 'ask-carrier',
  },
  {
    name: 'blocked-declined',
    what: 'the line’s carrier declines the call',
    carrier: 'Cox',
    when: 'all',
    line: { blocked: 'declined' },
    outcome: 'blocked',
    remedy: 'ask-carrier',
  },
  {
    name: 'unclear',
    what: 'the call cannot be placed for now',
    carrier: 'T-Mobile',
    when: 'unanswered',
    line: { behaviour: 'voicemail' },
    outcome: 'unclear',
    remedy: 'test-again',
    before: refuseCalls,
  },
];

/** Lines that the simulator does not have from the start; one each, as a line is tested with pace. */
export function lineOf(carrier: Failure['carrier'], index: number): SimulatedLine {
  const last = String(200 + index).padStart(4, '0');
  const kind = carrier === 'Cox' ? 'landline' : 'mobile';
  const area = carrier === 'Bell' ? '416' : '415';
  return { carrier, kind, phoneNumber: `+1${area}234${last}`, display: `(${area}) 234-${last}` };
}
