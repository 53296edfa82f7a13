import type { CallHandle } from './call-handle.ts';

/** Looks at every change of a call until `find` finds something. */
export function waitForCall<T>(
  call: CallHandle,
  wanted: string,
  find: () => T | undefined,
  timeoutMs: number,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let done = false;
    const finish = (settle: () => void) => {
      if (done) return;
      done = true;
      clearTimeout(deadline);
      stop();
      settle();
    };
    const look = () => {
      const found = find();
      if (found !== undefined) finish(() => resolve(found));
    };
    const fail = (why: string) => finish(() => reject(new Error(`${why} ${wanted}.\n${describe(call)}`)));
    const deadline = setTimeout(() => fail(`${timeoutMs} ms passed without`), timeoutMs);
    const stop = call.onChange(look);
    look();
    if (!done) void call.ended.then(() => fail('The call ended without'));
  });
}

function describe(call: CallHandle): string {
  const said = call.transcript().map(({ who, text }) => `  ${who}: ${text}`);
  const happened = call
    .events()
    .slice(-12)
    .map(({ at, seq, kind, ...rest }) => `  ${kind} ${JSON.stringify(rest).slice(0, 300)}`);
  return [`Call ${call.sid} is ${call.call.status}. Said:`, ...said, 'Last events:', ...happened].join('\n');
}
