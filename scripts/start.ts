// Runs an example with everything it needs and prints `ready` once it serves: `npm start`, `npm run start:next`.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildElements,
  planStart,
  requireFreePorts,
  type Server,
  type StartPlan,
  startServer,
  stopServers,
  waitUntilServing,
} from './start/index.ts';
import { root, stopCommands, stopWithParent } from './workspace/index.ts';

const SERVING_DEADLINE_MS = 60_000;

let stopping = false;

/** Ends everything with one message. */
async function fail(message: string): Promise<never> {
  stopping = true;
  console.error(`\n${message}`);
  await stopServers();
  process.exit(1);
}

/** Starts one server and waits until it answers; if it ends at any time, everything ends. */
async function serve(server: Server): Promise<void> {
  const ended = startServer(server);
  const endedEarly = ended.then((how) => {
    // Our own stop ends servers as well; only an end nobody asked for is news.
    if (!stopping) return fail(`${server.name} ended (${how}); see its own message above`);
  });
  await Promise.race([waitUntilServing(server.url, SERVING_DEADLINE_MS), endedEarly]);
}

function printWhereToClick(plan: StartPlan): void {
  console.log('');
  for (const line of plan.where) console.log(line);
  console.log('\nCtrl-C stops everything.');
  console.log('ready');
}

async function main(): Promise<void> {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const plan = planStart(process.env, root, process.argv[2]);
  if (typeof plan === 'string') return fail(plan);
  const busy = await requireFreePorts(plan.servers);
  if (busy !== undefined) return fail(busy);
  const problem = await buildElements();
  if (problem !== undefined) return fail(problem);
  mkdirSync(join(root, '.data'), { recursive: true });
  for (const server of plan.servers) await serve(server);
  printWhereToClick(plan);
}

stopWithParent(async () => {
  stopping = true;
  await Promise.all([stopServers(), stopCommands()]);
});
try {
  await main();
} catch (error) {
  await fail(error instanceof Error ? error.message : String(error));
}
