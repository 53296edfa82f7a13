import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Contender } from '../contenders.ts';
import { type MeasuredRounds, runInTurn } from '../run-in-turn.ts';
import type { Round } from '../run-round.ts';
import type { LoadOrder, ServerCount, ServerReady, ServerSetup } from './protocol.ts';

/** What was measured over HTTP. */
export interface OverHttp {
  /** Of numberkit, then of the listener written by hand. */
  readonly measured: readonly MeasuredRounds[];
  /** All that numberkit's process asked of the carrier. */
  readonly carrierCalls: number;
}

/**
 * The same claims over HTTP: one process per server, one process for all clients. The databases are put back by the
 * contenders of before, which belong to this process.
 * @param profile a folder for CPU profiles of the servers; they are not made without it.
 */
export async function measureOverHttp(
  setup: ServerSetup,
  [ours, byHand]: readonly [Contender, Contender],
  rounds: number,
  profile?: string,
): Promise<OverHttp> {
  const load = start('load.ts', []);
  const execArgv = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const numberkit = await startServer('numberkit-server.ts', setup, execArgv);
  const bare = await startServer('by-hand-server.ts', setup, execArgv);
  try {
    const measured = await runInTurn(rounds, [
      { name: 'claim-number', run: (round) => runOver(load, numberkit, 'claim-number', ours, round) },
      { name: 'by hand', run: (round) => runOver(load, bare, 'by hand', byHand, round) },
    ]);
    const { carrierCalls } = await ask<ServerCount>(numberkit.child, 'count');
    return { measured, carrierCalls };
  } finally {
    await Promise.all([load, numberkit.child, bare.child].map(end));
  }
}

interface RunningServer extends ServerReady {
  readonly child: ChildProcess;
}

async function runOver(
  load: ChildProcess,
  { origin, tokens }: RunningServer,
  name: string,
  contender: Contender,
  round: number,
): Promise<Round> {
  await contender.reset();
  const order: LoadOrder = { name, origin, tokens, round: `http-${round}` };
  return ask<Round>(load, order);
}

async function startServer(
  program: string,
  setup: ServerSetup,
  execArgv: readonly string[],
): Promise<RunningServer> {
  const child = start(program, [JSON.stringify(setup)], execArgv);
  return { child, ...(await heard<ServerReady>(child)) };
}

function start(program: string, args: readonly string[], execArgv: readonly string[] = []): ChildProcess {
  const file = fileURLToPath(new URL(`./${program}`, import.meta.url));
  return fork(file, [...args], { execArgv: [...execArgv], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

function ask<T>(child: ChildProcess, message: LoadOrder | 'count'): Promise<T> {
  const answer = heard<T>(child);
  child.send(message);
  return answer;
}

async function heard<T>(child: ChildProcess): Promise<T> {
  const over = new AbortController();
  const died = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`a process of the bench ended with ${code}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: over.signal }), died]);
    // Each program answers what protocol.ts says.
    return message as T;
  } finally {
    died.catch(() => undefined);
    over.abort();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
}
