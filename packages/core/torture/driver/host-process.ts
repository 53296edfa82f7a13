import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromHost, HostSetup, ToHost } from '../host/protocol.ts';
import type { Action, Answer } from '../plan/action.ts';

/** A host process from its start to its death. It is started before it is needed, because loading takes a while. */
export interface HostProcess {
  /** Makes it a host. Resolves when it takes actions, or is dead. */
  setUp(setup: HostSetup): Promise<void>;
  /** Resolves with what the client is told: `lost` when the host dies first. */
  act(action: Action): Promise<Answer>;
  tell(message: Extract<ToHost, { say: 'jump' | 'carrier' | 'arm' }>): void;
  readonly dead: boolean;
  /** How many actions were in flight when it died. */
  readonly interrupted: number;
  kill(): void;
  readonly died: Promise<void>;
}

const program = fileURLToPath(new URL('../host/main.ts', import.meta.url));

/** @param onLog told what the host reports as errors of its own. */
export function startHostProcess(compileCache: string, onLog: (message: string) => void): HostProcess {
  const child = fork(program, [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  const waiting = new Map<string, (answer: Answer) => void>();
  let becameReady = () => {};
  const ready = new Promise<void>((resolve) => {
    becameReady = resolve;
  });
  let dead = false;
  let interrupted = 0;
  const died = whenDead(child).then(() => {
    dead = true;
    interrupted = waiting.size;
    for (const resolve of waiting.values()) resolve({ outcome: 'lost' });
    waiting.clear();
    becameReady();
  });
  child.on('message', (message) => {
    // host/main.ts sends nothing else.
    const said = message as FromHost;
    if (said.say === 'ready') becameReady();
    if (said.say === 'log') onLog(said.message);
    if (said.say !== 'answer') return;
    waiting.get(said.actionId)?.(said.answer);
    waiting.delete(said.actionId);
  });
  // A message to a process that has just died is as lost as one that died with it.
  const send = (message: ToHost) => void (child.connected && child.send(message, () => undefined));
  return {
    async setUp(setup) {
      send({ say: 'setup', setup });
      await ready;
    },
    act: (action) =>
      new Promise((resolve) => {
        if (dead) return resolve({ outcome: 'lost' });
        waiting.set(action.id, resolve);
        send({ say: 'act', action });
      }),
    tell: send,
    get dead() {
      return dead;
    },
    get interrupted() {
      return interrupted;
    },
    kill: () => void child.kill('SIGKILL'),
    died,
  };
}

/** Exited, and everything it said before has been heard. */
async function whenDead(child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const heard = new Promise((resolve) => child.once('disconnect', resolve));
  await Promise.all([exited, heard]);
}
