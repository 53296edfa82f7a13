import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The simulated carrier as a process that outlives the hosts. */
export interface CarrierProcess {
  /** Changes with each restart. */
  url(): string;
  /** Stops it in the middle of everything and starts it again with the account it had. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('./main.ts', import.meta.url));

/** @param file keeps the account over a restart. @param seed which numbers are for sale. */
export async function startCarrier(file: string, seed: number): Promise<CarrierProcess> {
  let current = await start(file, seed);
  return {
    url: () => current.url,
    async restart() {
      await end(current.child, () => current.child.send('stop'));
      current = await start(file, seed);
    },
    stop: () => end(current.child, () => current.child.kill('SIGKILL')),
  };
}

async function start(file: string, seed: number): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(program, [file, String(seed)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [message] = await Promise.race([once(child, 'message'), failing(child)]);
  // carrier/main.ts sends this and nothing else.
  return { child, url: (message as { url: string }).url };
}

async function failing(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit');
  throw new Error(`the simulated carrier ended with ${code}`);
}

async function end(child: ChildProcess, stop: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  stop();
  await ended;
}
