import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadOrder, LoadReport } from './load.ts';
import type { Usage } from './servers/serve.ts';

/** A server under test, in a process of its own. */
export interface ServerProcess {
  readonly name: string;
  readonly port: number;
  usage(): Promise<Usage>;
  stop(): void;
}

/** The process that makes load. */
export interface LoadProcess {
  run(order: LoadOrder): Promise<LoadReport>;
  stop(): void;
}

/** Starts `servers/<name>.ts`; resolves when it listens. */
export async function startServer(name: string, database: string): Promise<ServerProcess> {
  const child = start(join('servers', `${name}.ts`), database);
  // The first message of serve.ts; the next ones answer usage().
  const { port } = (await answerOf(child)) as { port: number };
  return {
    name,
    port,
    async usage() {
      child.send('usage');
      return (await answerOf(child)) as Usage;
    },
    stop: () => void child.kill(),
  };
}

/** Starts the load generator for a table of this many numbers, of which so many are called, in turn. */
export async function startLoad(numbers: number, called = 20_000): Promise<LoadProcess> {
  const child = start('load.ts', String(numbers), String(called));
  await answerOf(child);
  return {
    async run(order) {
      child.send(order);
      return (await answerOf(child)) as LoadReport;
    },
    stop: () => void child.kill(),
  };
}

function start(file: string, ...given: string[]): ChildProcess {
  return fork(join(import.meta.dirname, file), given, {
    env: { ...process.env, NODE_ENV: 'production', NODE_NO_WARNINGS: '1' },
  });
}

/** The next message; a process that ends instead is an error. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const failed = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.slice(1).join(' ')} ended with code ${code}.`);
  });
  failed.catch(() => undefined);
  try {
    const [message] = await Promise.race([once(child, 'message'), failed]);
    return message;
  } finally {
    ended.abort();
  }
}
