import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './packages.ts';

/** How one command runs. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `show` passes the output on as it comes, `keep` collects it, `both` does both. */
  readonly output?: 'show' | 'keep' | 'both';
}

/** How a command ended. `output` holds both streams in the order they came, empty with `show`. */
export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

const running = new Set<ChildProcess>();

/** The environment of every command: the workspace's own tools first, then the caller's. */
function environment(extra: NodeJS.ProcessEnv | undefined): NodeJS.ProcessEnv {
  const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH, ...extra };
}

/** Runs a command to its end; a command that cannot start ends with code 127 and says why. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const mode = options.output ?? 'show';
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: environment(options.env),
    stdio: ['ignore', mode === 'show' ? 'inherit' : 'pipe', mode === 'show' ? 'inherit' : 'pipe'],
    // A process group of its own: stopping the command then also stops what it has started.
    detached: true,
  });
  running.add(child);
  return new Promise((resolve) => {
    let output = '';
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (mode === 'both') target.write(chunk);
      });
    }
    child.on('error', (error) => {
      running.delete(child);
      resolve({ code: 127, output: `cannot run ${command}: ${error.message}\n` });
    });
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Signals the whole process group of a child; a group that has ended already is fine. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // ESRCH: it ended between the check and the signal.
  }
}

/** Stops every command that still runs: politely, then after `graceMs` without asking. */
export async function stopCommands(graceMs = 4000): Promise<void> {
  const children = [...running];
  const ended = children.map((child) => new Promise<void>((resolve) => child.once('close', () => resolve())));
  for (const child of children) signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => {
    for (const child of children) signalGroup(child, 'SIGKILL');
  }, graceMs);
  await Promise.all(ended);
  clearTimeout(force);
}
