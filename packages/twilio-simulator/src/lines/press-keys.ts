import type { ForwardPart, Heard, Line, LineForward, UnansweredActivation } from '../world/index.ts';
import { FORWARD_PARTS } from '../world/index.ts';
import { type LineProfile, profileOf } from './find-carrier.ts';
import { readDestination } from './read-destination.ts';
import type { Command } from './switch.ts';

/**
 * What became of dialled keys. `accepted`: the carrier did it. `refused`: it did not. `dial-tone`: it waits for the
 * number. `calling`: a call goes out; for an activation that must be answered, everything hangs on it.
 */
export type DialOutcome = 'accepted' | 'refused' | 'dial-tone' | 'calling';

/** What a switch makes of dialled keys. */
export interface Pressed {
  readonly outcome: DialOutcome;
  readonly change: Partial<Line>;
  readonly heard: readonly Heard[];
  /** E.164: whom to call from the line. */
  readonly callTo?: string;
  /** Takes effect when that call is answered. */
  readonly activation?: UnansweredActivation;
}

const partNames: Readonly<Record<ForwardPart, string>> = {
  all: 'All calls',
  busy: 'When busy',
  'no-answer': 'When unanswered',
  unreachable: 'When unreachable',
};

const message = (text: string): Heard => ({ kind: 'message', text });

const refuse = (text: string): Pressed => ({
  outcome: 'refused',
  change: {},
  heard: [{ kind: 'fast-busy', text: 'Fast busy tone' }, message(text)],
});

/** Dials keys on a line: `0-9 * # +`, and `,` for "wait for the tone". Changes nothing itself. */
export function pressKeys(line: Line, keys: string, now: Date): Pressed {
  const profile = profileOf(line);
  const typed = keys.replace(/[\s()./-]/g, '');
  // Another code instead of the number: the first is forgotten.
  const dialled = /^[*#]/.test(typed) ? typed : (line.awaiting ?? '') + typed;
  const pressed = obey(line, profile, dialled, now);
  return { ...pressed, change: { awaiting: null, ...pressed.change } };
}

function obey(line: Line, profile: LineProfile, dialled: string, now: Date): Pressed {
  const { quirks, country } = profile;
  const refused = quirks.refusedCodes.find((code) => dialled.startsWith(code));
  if (refused !== undefined)
    return refuse(`${refused} is not part of your plan. Please ask ${line.carrier}.`);
  const command = profile.codes.read(dialled);
  if (command !== undefined) return carryOut(line, profile, command, now);
  const callTo = readDestination(dialled, country, ['national', 'trunk', 'plus', 'international']);
  if (callTo === undefined) return refuse('Your call cannot be completed as dialed.');
  return { outcome: 'calling', change: {}, heard: [{ kind: 'call', text: `Calling ${callTo}` }], callTo };
}

function carryOut(line: Line, profile: LineProfile, command: Command, now: Date): Pressed {
  switch (command.kind) {
    case 'await-number':
      return {
        outcome: 'dial-tone',
        change: { awaiting: command.code },
        heard: [{ kind: 'dial-tone', text: 'Dial tone: now dial the number' }],
      };
    case 'query':
      return {
        outcome: 'accepted',
        change: {},
        heard: command.parts.map((part) => message(describe(line, part))),
      };
    case 'register':
      return register(line, profile, command, now);
    default:
      return switchParts(line, profile, command);
  }
}

function register(
  line: Line,
  profile: LineProfile,
  command: Extract<Command, { kind: 'register' }>,
  now: Date,
): Pressed {
  const { quirks, country } = profile;
  const { parts, ringSeconds } = command;
  const to = readDestination(command.number, country, quirks.destinations);
  if (to === undefined) return refuse(`Calls cannot be forwarded to ${command.number}.`);
  const blocked = parts.some((part) => quirks.voicemailBlocks.includes(part));
  if (blocked && line.behaviour === 'voicemail') {
    return refuse('This code cannot be used together with voice mail.');
  }
  const done = accept(line, profile, parts, to, ringSeconds);
  if (!parts.some((part) => quirks.mustAnswer.includes(part))) return done;
  if (repeats(line.unanswered, parts, to, now, quirks.repeatSeconds)) return done;
  return {
    outcome: 'calling',
    change: {},
    heard: [{ kind: 'call', text: `Calling ${to}: it must be answered` }],
    callTo: to,
    activation: { parts, to, at: now },
  };
}

function repeats(
  before: UnansweredActivation | null,
  parts: readonly ForwardPart[],
  to: string,
  now: Date,
  seconds: number,
): boolean {
  if (before === null || before.to !== to || before.parts.join() !== parts.join()) return false;
  return now.getTime() - new Date(before.at).getTime() <= seconds * 1000;
}

/** What changes at a line when its carrier has taken a registration. */
export function accept(
  line: Line,
  profile: LineProfile,
  parts: readonly ForwardPart[],
  to: string,
  ringSeconds: number | null = null,
): Pressed {
  const forward = (part: ForwardPart): LineForward => ({
    to,
    active: true,
    ringSeconds: part === 'no-answer' ? ringSeconds : null,
  });
  const registered = Object.fromEntries(parts.map((part) => [part, forward(part)]));
  const forwards = { ...line.forwards, ...registered };
  const text = `Forwarding active to ${to} (${names(parts)})`;
  return { outcome: 'accepted', change: { forwards, unanswered: null }, heard: confirm(profile, text) };
}

function switchParts(
  line: Line,
  profile: LineProfile,
  { kind, parts }: Extract<Command, { kind: 'activate' | 'deactivate' | 'erase' }>,
): Pressed {
  const forwards = { ...line.forwards };
  for (const part of parts) {
    const known = forwards[part];
    if (kind === 'erase') delete forwards[part];
    else if (known !== undefined) forwards[part] = { ...known, active: kind === 'activate' };
  }
  const missing = kind === 'activate' && !parts.some((part) => forwards[part] !== undefined);
  if (missing) return refuse('No number is registered.');
  const text = `Forwarding ${kind === 'activate' ? 'active again' : 'off'} (${names(parts)})`;
  return { outcome: 'accepted', change: { forwards, unanswered: null }, heard: confirm(profile, text) };
}

function confirm({ codes }: LineProfile, text: string): Heard[] {
  const said = message(text);
  return codes.confirms === 'message' ? [said] : [{ kind: 'two-beeps', text: 'Two beeps' }, said];
}

const names = (parts: readonly ForwardPart[]): string =>
  parts.length === FORWARD_PARTS.length
    ? 'all calls and all conditions'
    : parts
        .map((part) => partNames[part])
        .join(', ')
        .toLowerCase();

function describe({ forwards }: Line, part: ForwardPart): string {
  const forward = forwards[part];
  if (!forward?.active) return `${partNames[part]}: not forwarded`;
  const after = forward.ringSeconds === null ? '' : ` after ${forward.ringSeconds} s`;
  return `${partNames[part]}: forwarded to ${forward.to}${after}`;
}
