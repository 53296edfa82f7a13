import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fillPostgres, startPostgres } from '../bench/webhook/postgres-server.ts';
import { startCallers } from './webhook/callers.ts';
import { startSlowProxy } from './webhook/slow-proxy.ts';

// `pnpm soak webhook`: calls keep coming while the database is stopped for 20 s, slowed to 2 s a query and restarted,
// and while a new version of the process takes over. Counts the answers that were not valid TwiML.
const NUMBERS = 2_000;
const CALLS_PER_SECOND = 600;
const SECOND = 1000;

const postgres = await startPostgres();
const url = new URL(await fillPostgres(postgres, NUMBERS));
const proxy = await startSlowProxy(Number(url.port));
url.port = String(proxy.port);

async function startVersion(port: number): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(join(import.meta.dirname, 'webhook', 'server.ts'), [url.href, String(port)], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  const [address] = await once(child, 'message');
  return { child, port: address.port };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<Record<string, number>> {
  const [sources] = await Promise.all([once(child, 'message'), once(child, 'exit'), child.kill(signal)]);
  return sources[0];
}

const first = await startVersion(0);
const callers = startCallers(first.port, CALLS_PER_SECOND, NUMBERS);
const { counts } = callers;
const begun = performance.now();
async function phase(name: string, seconds: number, act: () => Promise<unknown> | unknown): Promise<void> {
  const before = { ...counts };
  counts.slowest = 0;
  await act();
  await wait(seconds * SECOND);
  console.log(
    `${((performance.now() - begun) / SECOND).toFixed(0).padStart(4)} s  ${name.padEnd(34)} ` +
      `${counts.calls - before.calls} calls, ${counts.invalid - before.invalid} invalid, ` +
      `${counts.rightAgent - before.rightAgent} reached their agent, slowest ${counts.slowest.toFixed(0)} ms`,
  );
}

await phase('all is well', 10, () => undefined);
await phase('the database is stopped', 20, () => postgres.halt());
await phase('the database is back', 10, () => postgres.start());
await phase('every query takes 2 s', 15, () => proxy.delay(2 * SECOND));
await phase('queries are fast again', 10, () => proxy.delay(0));
await phase('the database restarts', 10, async () => {
  await postgres.halt();
  await postgres.start();
});
let second = first;
let ofFirst: Record<string, number> = {};
await phase('a new version takes over', 10, async () => {
  second = await startVersion(first.port);
  ofFirst = await end(first.child, 'SIGTERM');
});
await callers.stop();
const ofSecond = await end(second.child, 'SIGTERM');
proxy.stop();
await postgres.stop();
for (const problem of counts.problems) console.log(problem);
const { calls, invalid, rightAgent } = counts;
console.log(
  JSON.stringify({ soak: 'webhook', calls, invalid, rightAgent, answeredFrom: { ofFirst, ofSecond } }),
);
process.exitCode = invalid === 0 && calls >= 50_000 ? 0 : 1;
