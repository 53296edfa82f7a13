import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ACCOUNT = { sid: `AC${'e'.repeat(32)}`, token: 'f'.repeat(32) };
const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** One of the examples, as a program to run. */
export interface ExampleProgram {
  readonly name: string;
  /** What Node is called with. */
  command(port: number): readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Does it hold the agent, or is that always a process of its own? */
  readonly agent: 'inside' | 'outside';
  /** Before the first start, such as a build. */
  prepare?(): Promise<void>;
}

/** The Express example as `npm start` runs it. */
export const expressExample: ExampleProgram = {
  name: 'Express',
  command: () => [path('../src/main.ts')],
  agent: 'inside',
};

/** The example, the simulator and perhaps the agent as processes of their own, in a folder of their own. */
export interface StartedExample {
  readonly url: string;
  readonly simulatorUrl: string;
  /** What signs the calls. */
  readonly authToken: string;
  /** Holds the database and the key file. */
  readonly folder: string;
  /** All that the processes wrote so far. */
  log(): string;
  /** Ends the agent's own process in an instant, as a crash does. */
  killAgent(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts all on free ports. @param agent where the agent is to be; as the program has it unless told. */
export async function startExample(
  program: ExampleProgram,
  agent: 'inside' | 'outside' = program.agent,
): Promise<StartedExample> {
  await program.prepare?.();
  const folder = mkdtempSync(join(tmpdir(), 'numberkit-example-'));
  const [port, simulatorPort, agentPort] = [await freePort(), await freePort(), await freePort()];
  const [url, simulatorUrl] = [`http://localhost:${port}`, `http://localhost:${simulatorPort}`];
  const written: string[] = [];
  const start = (args: readonly string[], env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: Object.assign({ NODE_ENV: 'development', PATH: process.env.PATH, HOME: folder } as const, env),
    });
    child.stdout.on('data', (chunk) => written.push(String(chunk)));
    child.stderr.on('data', (chunk) => written.push(String(chunk)));
    return child;
  };
  const simulator = start([
    path('../../../packages/twilio-simulator/src/bin.ts'),
    ...['--port', String(simulatorPort), '--account-sid', ACCOUNT.sid, '--auth-token', ACCOUNT.token],
  ]);
  await serving(simulatorUrl, simulator, written);
  const environment = {
    ...program.env,
    DATABASE_PATH: join(folder, '.data/example.db'),
    TWILIO_ACCOUNT_SID: ACCOUNT.sid,
    TWILIO_AUTH_TOKEN: ACCOUNT.token,
    TWILIO_API_BASE_URL: simulatorUrl,
    TWILIO_SIMULATOR_URL: simulatorUrl,
    VOICE_WEBHOOK_URL: `${url}/twilio/voice`,
    ...(agent === 'outside' && { AGENT_URL: `ws://localhost:${agentPort}/agent` }),
  };
  const example = start(program.command(port), { ...environment, PORT: String(port) });
  await serving(url, example, written);
  const children = [example, simulator];
  if (agent === 'outside') {
    // After the example, which makes database and key.
    const process = start([path('../../next/agent.ts')], { ...environment, AGENT_PORT: String(agentPort) });
    children.unshift(process);
    await serving(`http://localhost:${agentPort}`, process, written);
  }
  return {
    url,
    simulatorUrl,
    authToken: ACCOUNT.token,
    folder,
    log: () => written.join(''),
    async killAgent() {
      if (agent === 'outside') await ended(children[0], 'SIGKILL');
    },
    async stop() {
      await Promise.all(children.map((child) => ended(child, 'SIGTERM')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Resolves once the address answers; fails with the output when the process ends first. */
async function serving(url: string, child: ChildProcess, written: readonly string[]): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer:\n${written.join('')}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
