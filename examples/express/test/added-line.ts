import type { LineSettings } from '@numberkit/twilio-simulator';
import type { SimulatedLine } from './simulated-line.ts';
import type { StartedExample } from './started-example.ts';

type Simulator = Pick<StartedExample, 'simulatorUrl'>;

/** Gives the simulator a line more, at which that happens. */
export async function addLine(
  example: Simulator,
  { phoneNumber, carrier, kind }: SimulatedLine,
  settings: LineSettings,
): Promise<void> {
  await control(example, 'lines', { phoneNumber, carrier, kind, ...settings });
}

/** Dials on the handset of the line. */
export async function dialOnLine(
  example: Simulator,
  { phoneNumber }: SimulatedLine,
  keys: string,
): Promise<void> {
  await control(example, `lines/${encodeURIComponent(phoneNumber)}/dial`, { keys });
}

/** Two lines of which each sends all its calls to the other. */
export async function tieInCircle(
  example: Simulator,
  one: SimulatedLine,
  other: SimulatedLine,
): Promise<void> {
  await addLine(example, other, {});
  for (const [from, to] of [[one, other] as const, [other, one] as const]) {
    const path = `lines/${encodeURIComponent(from.phoneNumber)}/forward`;
    await control(example, path, { part: 'all', to: to.phoneNumber });
  }
}

/** Twilio is too busy to call that line, however often it is asked. */
export async function refuseCalls(example: Simulator, { phoneNumber }: SimulatedLine): Promise<void> {
  const match = { method: 'POST', path: '*/Calls.json', bodyContains: encodeURIComponent(phoneNumber) };
  await control(example, 'faults', {
    match,
    times: 100,
    when: 'before',
    effect: { kind: 'status', status: 429 },
  });
}

/** Lets time pass for the phone network, so that what rings has rung for long. */
export async function passMinute(example: Simulator): Promise<void> {
  await control(example, 'clock/advance', { ms: 61_000 });
}

async function control({ simulatorUrl }: Simulator, path: string, body: object): Promise<void> {
  const answer = await fetch(`${simulatorUrl}/_simulator/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the simulator refuses ${path}: ${answer.status} ${await answer.text()}`);
}
