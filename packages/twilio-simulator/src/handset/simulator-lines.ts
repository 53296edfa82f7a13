import type { CallEngine, CallHandle } from '../calls/index.ts';
import { type DialOutcome, pressKeys } from '../lines/index.ts';
import type { ForwardPart, Heard, Line, World } from '../world/index.ts';
import { listenIn, settleActivation } from './activation.ts';
import { checkPart, checkSettings, createLine, type LineSettings, type NewLine } from './new-line.ts';

/** What became of dialled keys. */
export interface Dialled {
  readonly outcome: DialOutcome;
  /** What was heard or shown at once; `get(line).heard` goes on. */
  readonly heard: readonly Heard[];
  /** The caller's end of the call that went out. */
  readonly call: CallHandle | undefined;
  /** Resolves to the line when nothing more follows: at once, or when the call is over. */
  readonly done: Promise<Line>;
}

/** Existing phone lines of other people's, on carriers with codes and quirks of their own. */
export interface SimulatorLines {
  /**
   * Adds a line, or puts it in the place of the one with its number. Throws a RangeError for what cannot be a line.
   *
   * @example
   * const line = simulator.lines.add({ phoneNumber: '+15102345678', carrier: 'Cox', kind: 'landline' });
   * const { done } = simulator.lines.dial(line, '*72 415 234 5678');
   * console.log((await done).forwards);
   */
  add(line: NewLine): Line;
  get(phoneNumber: string): Line | undefined;
  /** Oldest first. */
  list(): readonly Line[];
  /** Changes how a line behaves. Throws a RangeError when there is no such line. */
  set(line: string | Line, settings: LineSettings): Line;
  /**
   * Dials on the line's own handset: `0-9 * # +`, and `,` for "wait for the tone"; what else people write between
   * digits is left out. A code goes to the carrier, a number is called.
   */
  dial(line: string | Line, keys: string): Dialled;
  /** Ends the call that the handset last made. */
  hangUp(line: string | Line): void;
  /** Forwards, or (null) stops, as the settings of an app, a phone or a carrier's page do. */
  forward(line: string | Line, part: ForwardPart, to: string | null): Line;
  remove(line: string | Line): void;
}

const numberOf = (line: string | Line): string => (typeof line === 'string' ? line : line.phoneNumber);

export function createSimulatorLines(world: World, calls: CallEngine): SimulatorLines {
  const { lines, numbers, clock } = world;
  const handsets = new Map<string, CallHandle>();
  const find = (wanted: string | Line): Line => {
    const line = lines.get(numberOf(wanted));
    if (line === undefined) throw new RangeError(`There is no line ${numberOf(wanted)}`);
    return line;
  };
  const change = (line: Line, changed: Partial<Line>): Line => {
    lines.change(line.phoneNumber, changed);
    return find(line);
  };
  return {
    add: (settings) => {
      const line = createLine(settings, world);
      // Nobody can buy what is somebody's.
      numbers.markSoldElsewhere(line.phoneNumber);
      lines.put(line);
      return line;
    },
    get: (phoneNumber) => lines.get(phoneNumber),
    list: () => lines.all(),
    set: (wanted, settings) => {
      const line = find(wanted);
      checkSettings(settings);
      return change(line, settings);
    },
    dial: (wanted, keys) => {
      const line = find(wanted);
      const { outcome, heard, change: changed, callTo, activation } = pressKeys(line, keys, clock.now());
      change(line, { ...changed, heard });
      if (callTo === undefined) return { outcome, heard, call: undefined, done: Promise.resolve(find(line)) };
      const call = calls.dial({ from: line.phoneNumber, to: callTo });
      handsets.set(line.phoneNumber, call);
      listenIn(lines, line.phoneNumber, call);
      const over =
        activation === undefined ? call.ended : settleActivation(lines, line.phoneNumber, call, activation);
      return { outcome, heard, call, done: over.then(() => lines.get(line.phoneNumber) ?? line) };
    },
    hangUp: (wanted) => handsets.get(numberOf(wanted))?.hangup(),
    forward: (wanted, part, to) => {
      const line = find(wanted);
      checkPart(part);
      if (to !== null && !/^\+[1-9]\d{7,14}$/.test(to)) throw new RangeError(`${to} is not in E.164 form`);
      const { [part]: _before, ...others } = line.forwards;
      const forwards = to === null ? others : { ...others, [part]: { to, active: true, ringSeconds: null } };
      return change(line, { forwards });
    },
    remove: (wanted) => {
      handsets.delete(numberOf(wanted));
      lines.remove(numberOf(wanted));
    },
  };
}
