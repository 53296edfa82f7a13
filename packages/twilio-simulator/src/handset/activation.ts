import type { CallHandle } from '../calls/index.ts';
import { accept, type Pressed, profileOf } from '../lines/index.ts';
import type { Heard, LineStore, UnansweredActivation } from '../world/index.ts';

/** How fast a text is spoken. The simulator passes no time while somebody talks, a carrier's clock would. */
const charactersPerSecond = 15;

/** Adds to what the handset of a line has heard. */
export function tellHandset(lines: LineStore, phoneNumber: string, ...news: readonly Heard[]): void {
  const line = lines.get(phoneNumber);
  if (line !== undefined && news.length > 0) lines.change(phoneNumber, { heard: [...line.heard, ...news] });
}

/** Lets the handset hear what is said on a call it made. */
export function listenIn(lines: LineStore, phoneNumber: string, call: CallHandle): void {
  const heard = new Set<number>();
  call.onChange((change) => {
    if (change.type !== 'transcript') return;
    const { id, who, text, final } = change.entry;
    if (who === 'caller' || !final || heard.has(id)) return;
    heard.add(id);
    tellHandset(lines, phoneNumber, { kind: 'call', text: `“${text}”` });
  });
}

/**
 * Waits for what becomes of an activation call: answered long enough, the forwarding is active; else it is only
 * remembered, for the code dialled again in time.
 */
export async function settleActivation(
  lines: LineStore,
  phoneNumber: string,
  call: CallHandle,
  activation: UnansweredActivation,
): Promise<void> {
  const needed = quirksOf(lines, phoneNumber)?.answerSeconds ?? 0;
  if (await answeredFor(call, needed)) apply(lines, phoneNumber, activation);
  else remember(lines, phoneNumber, activation);
  await call.ended;
}

const quirksOf = (lines: LineStore, phoneNumber: string) => {
  const line = lines.get(phoneNumber);
  return line === undefined ? undefined : profileOf(line).quirks;
};

/** With nothing to wait for it counts in the moment of the answer; else when the call is over. */
async function answeredFor(call: CallHandle, seconds: number): Promise<boolean> {
  const answered = new Promise<boolean>((resolve) => {
    const stop = call.onChange(() => {
      if (call.call.status !== 'in-progress') return;
      stop();
      resolve(true);
    });
    void call.ended.then(() => resolve(false));
  });
  if (!(await answered)) return false;
  if (seconds === 0) return true;
  await call.ended;
  const spoken = call.transcript().reduce((sum, { text }) => sum + text.length / charactersPerSecond, 0);
  return (call.call.durationSeconds ?? 0) + spoken >= seconds;
}

function apply(lines: LineStore, phoneNumber: string, { parts, to }: UnansweredActivation): void {
  const line = lines.get(phoneNumber);
  if (line === undefined) return;
  const { change, heard }: Pressed = accept(line, profileOf(line), parts, to);
  lines.change(phoneNumber, change);
  tellHandset(lines, phoneNumber, ...heard);
}

function remember(lines: LineStore, phoneNumber: string, activation: UnansweredActivation): void {
  lines.change(phoneNumber, { unanswered: activation });
  const repeat = quirksOf(lines, phoneNumber)?.repeatSeconds ?? 0;
  const again = repeat > 0 ? ` Dial the code again within ${repeat / 60} minutes.` : '';
  tellHandset(lines, phoneNumber, {
    kind: 'message',
    text: `${activation.to} did not answer: not forwarded.${again}`,
  });
}
