import { ControlProblem, type ControlRequest, type ControlRoute } from '../control/index.ts';
import { CARRIERS, profileOf } from '../lines/index.ts';
import type { ForwardPart, Line } from '../world/index.ts';
import type { LineSettings, NewLine } from './new-line.ts';
import type { Dialled, SimulatorLines } from './simulator-lines.ts';

/** A line as the control API shows it: with its carrier's quirks filled in. */
const showLine = (line: Line) => ({ ...line, quirks: profileOf(line).quirks, hasCodes: line.kind !== 'app' });

const showDialled = ({ outcome, heard, call }: Dialled) => ({ outcome, heard, callSid: call?.sid ?? null });

function showCarriers() {
  const carriers = CARRIERS.map(({ name, country, services }) => ({
    name,
    country,
    kinds: Object.keys(services),
  }));
  return { carriers };
}

function readText({ body }: ControlRequest, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new ControlProblem(`${name} must be a text`);
  return value;
}

/** Words and ranges are checked by the lines; here only what JSON may hold instead. */
function readSettings({ body }: ControlRequest): LineSettings {
  for (const [name, type] of Object.entries({
    behaviour: 'string',
    says: 'string',
    answerSeconds: 'number',
  })) {
    if (body[name] !== undefined && typeof body[name] !== type) {
      throw new ControlProblem(`${name} must be a ${type}`);
    }
  }
  const { behaviour, says, answerSeconds, blocked, quirks } = body;
  if (quirks !== undefined && (typeof quirks !== 'object' || quirks === null)) {
    throw new ControlProblem('quirks must be an object');
  }
  const given = Object.entries({ behaviour, says, answerSeconds, blocked, quirks }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given) as LineSettings;
}

function readNewLine(request: ControlRequest): NewLine {
  const { kind } = request.body;
  return {
    ...readSettings(request),
    phoneNumber: readText(request, 'phoneNumber'),
    carrier: readText(request, 'carrier'),
    // An unknown word is refused with the list of those there are.
    ...(kind === undefined ? {} : { kind: kind as NonNullable<NewLine['kind']> }),
  };
}

function forward(lines: SimulatorLines, request: ControlRequest): Line {
  const { to } = request.body;
  const part = readText(request, 'part') as ForwardPart;
  if (to !== null && typeof to !== 'string') throw new ControlProblem('to must be a phone number or null');
  return lines.forward(request.path.phoneNumber ?? '', part, to);
}

/** `/_simulator/lines…`: existing lines, their handsets and their settings. */
export function lineControls(lines: SimulatorLines): ControlRoute[] {
  const find = ({ path }: ControlRequest): Line => {
    const line = lines.get(path.phoneNumber ?? '');
    if (line === undefined) throw new ControlProblem(`No line ${path.phoneNumber ?? ''}`, 404);
    return line;
  };
  const one = '/lines/:phoneNumber';
  const onLine = (path: string, handle: (line: Line, request: ControlRequest) => unknown): ControlRoute => ({
    method: 'POST',
    path,
    handle: (request) => handle(find(request), request),
  });
  return [
    { method: 'GET', path: '/carriers', handle: showCarriers },
    { method: 'GET', path: '/lines', handle: () => ({ lines: lines.list().map(showLine) }) },
    { method: 'POST', path: '/lines', handle: (request) => showLine(lines.add(readNewLine(request))) },
    { method: 'GET', path: one, handle: (request) => showLine(find(request)) },
    { method: 'DELETE', path: one, handle: (request) => lines.remove(find(request)) },
    onLine(one, (line, request) => showLine(lines.set(line, readSettings(request)))),
    onLine(`${one}/dial`, (line, request) => showDialled(lines.dial(line, readText(request, 'keys')))),
    onLine(`${one}/hangup`, (line) => lines.hangUp(line)),
    onLine(`${one}/forward`, (_line, request) => showLine(forward(lines, request))),
  ];
}
