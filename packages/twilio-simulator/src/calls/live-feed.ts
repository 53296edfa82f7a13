import type { ControlRoute } from '../control/index.ts';
import type { World } from '../world/index.ts';
import type { CallEngine } from './call-engine.ts';
import { showCall } from './show-call.ts';

/** How often numbers, bill and lines are looked at while somebody watches: nothing announces their changes. */
const lookMs = 400;

/**
 * `GET /_simulator/live`: server-sent events `call`, `transcript`, `event` (each with its call's sid), `state` whenever
 * numbers or bill have changed, and `lines` whenever a line has.
 */
export function liveFeed(world: World, calls: CallEngine): ControlRoute {
  return {
    method: 'GET',
    path: '/live',
    handle: () =>
      new Response(eventStream(world, calls), {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      }),
  };
}

function eventStream(world: World, calls: CallEngine): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start: (controller) => {
      const send = (name: string, data: unknown) =>
        controller.enqueue(encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
      let seen = '';
      let seenLines = -1;
      const look = () => {
        lookAtLines();
        const version = stateVersion(world);
        if (version === seen) return;
        seen = version;
        send('state', { numbers: world.numbers.all().length, bill: world.bill.total() });
      };
      const lookAtLines = () => {
        const version = world.lines.version();
        if (version !== seenLines) send('lines', { version, lines: world.lines.all().length });
        seenLines = version;
      };
      const stopCalls = calls.onChange((call, change) => {
        if (change.type === 'transcript') send('transcript', { sid: call.sid, entry: change.entry });
        else send('event', { sid: call.sid, event: change.event });
        if (change.type === 'event' && change.event.kind === 'status') send('call', showCall(call));
      });
      const timer = setInterval(look, lookMs);
      timer.unref();
      look();
      stop = () => {
        clearInterval(timer);
        stopCalls();
      };
    },
    cancel: () => stop(),
  });
}

function stateVersion({ numbers, bill }: World): string {
  const owned = numbers.all().map(({ sid, updatedAt }) => `${sid}${updatedAt.getTime()}`);
  return `${owned.join()} ${bill.entries().length} ${bill.total().amountMicros}`;
}
