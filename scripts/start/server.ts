import { type ChildProcess, spawn } from 'node:child_process';

/** A server to run as a child process. */
export interface Server {
  /** How messages call it. */
  readonly name: string;
  /** Any answer below 500 here means that it serves. */
  readonly url: string;
  readonly port: number;
  /** The variable by which a person moves it to another port. */
  readonly portVariable: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const GRACE_MS = 4000;
const running = new Set<ChildProcess>();

/** A variable that `.env` leaves empty is one that is not set. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/** Starts a server; its output is shown. Resolves when it ends, with how it ended. */
export function startServer(server: Server): Promise<string> {
  const child = spawn(process.execPath, [server.script, ...server.args], {
    cwd: server.cwd,
    env: { ...withoutEmpty(process.env), ...server.env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  running.add(child);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      running.delete(child);
      resolve(error.message);
    });
    child.once('exit', (code, signal) => {
      running.delete(child);
      resolve(signal === null ? `exit code ${code}` : signal);
    });
  });
}

/** Ends every server: asks first, and after a grace period does not ask. Resolves when none runs. */
export async function stopServers(graceMs: number = GRACE_MS): Promise<void> {
  const children = [...running];
  const ended = children.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())));
  for (const child of children) child.kill('SIGTERM');
  const force = setTimeout(() => {
    for (const child of children) child.kill('SIGKILL');
  }, graceMs);
  await Promise.all(ended);
  clearTimeout(force);
}
