import type { ControlRequest, ControlRoute } from '../control/index.ts';
import { ControlProblem } from '../control/index.ts';
import type { CallEngine, DialOptions } from './call-engine.ts';
import type { CallHandle } from './call-handle.ts';
import type { OutsidePhone } from './outside-phones.ts';
import { showCall, showCallInFull } from './show-call.ts';

const behaviours: readonly OutsidePhone['when'][] = ['answers', 'busy', 'no-answer', 'unreachable'];

/** `/_simulator/calls…`: what the web phone and tests in other processes do with calls. */
export function callControls(calls: CallEngine): ControlRoute[] {
  const onCall = (verb: string, act: (call: CallHandle, request: ControlRequest) => void): ControlRoute => ({
    method: 'POST',
    path: `/calls/:sid/${verb}`,
    handle: (request) => {
      const call = find(calls, request);
      act(call, request);
      return showCall(call);
    },
  });
  return [
    { method: 'GET', path: '/calls', handle: () => ({ calls: calls.list().map(showCall) }) },
    { method: 'POST', path: '/calls', handle: (request) => showCall(calls.dial(readDial(request))) },
    { method: 'GET', path: '/calls/:sid', handle: (request) => showCallInFull(find(calls, request)) },
    onCall('say', (call, request) => call.say(readText(request, 'text'))),
    onCall('press', (call, request) => press(call, readText(request, 'digits'))),
    onCall('interrupt', (call, request) => call.interrupt(readOptionalText(request, 'text'))),
    onCall('hangup', (call) => call.hangup()),
    {
      method: 'GET',
      path: '/phones',
      handle: () => ({ phones: Object.fromEntries(calls.phones.all()) }),
    },
    {
      method: 'POST',
      path: '/phones/:address',
      handle: (request) => calls.phones.set(request.path.address ?? '', readPhone(request)),
    },
  ];
}

function find(calls: CallEngine, { path }: ControlRequest): CallHandle {
  const call = calls.get(path.sid ?? '');
  if (!call) throw new ControlProblem(`No call ${path.sid ?? ''}`, 404);
  return call;
}

function readDial(request: ControlRequest): DialOptions {
  const forwardedFrom = readOptionalText(request, 'forwardedFrom');
  const callerName = readOptionalText(request, 'callerName');
  const stirVerstat = readOptionalText(request, 'stirVerstat');
  return {
    from: readText(request, 'from'),
    to: readText(request, 'to'),
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
    ...(callerName === undefined ? {} : { callerName }),
    ...(stirVerstat === undefined ? {} : { stirVerstat }),
  };
}

function readPhone(request: ControlRequest): OutsidePhone {
  const when = behaviours.find((known) => known === request.body.when);
  if (!when) throw new ControlProblem(`when must be one of ${behaviours.join(', ')}`);
  const { ringSeconds } = request.body;
  const says = readOptionalText(request, 'says');
  const forwardsTo = readOptionalText(request, 'forwardsTo');
  return {
    when,
    ...(typeof ringSeconds === 'number' ? { ringSeconds } : {}),
    ...(says === undefined ? {} : { says }),
    ...(forwardsTo === undefined ? {} : { forwardsTo }),
  };
}

function press(call: CallHandle, digits: string): void {
  try {
    call.press(digits);
  } catch (error) {
    throw error instanceof TypeError ? new ControlProblem(error.message) : error;
  }
}

function readText(request: ControlRequest, name: string): string {
  const value = readOptionalText(request, name);
  if (value === undefined || value === '') throw new ControlProblem(`${name} must be a text`);
  return value;
}

function readOptionalText({ body }: ControlRequest, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new ControlProblem(`${name} must be a text`);
  return value;
}
