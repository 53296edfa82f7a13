import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ACCOUNT = { sid: `AC${'e'.repeat(32)}`, token: 'f'.repeat(32) };
const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The example and the simulator as two processes of their own, in a folder of their own. */
export interface StartedExample {
  readonly url: string;
  readonly simulatorUrl: string;
  /** Holds the database and the key file. */
  readonly folder: string;
  /** All that both processes wrote so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts both, as `npm start` does, on free ports. */
export async function startExample(): Promise<StartedExample> {
  const folder = mkdtempSync(join(tmpdir(), 'numberkit-example-'));
  const [port, simulatorPort] = [await freePort(), await freePort()];
  const [url, simulatorUrl] = [`http://localhost:${port}`, `http://localhost:${simulatorPort}`];
  const written: string[] = [];
  const start = (script: string, args: string[], env: Record<string, string>) => {
    const child = spawn(process.execPath, [path(script), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', HOME: folder, ...env },
    });
    child.stdout.on('data', (chunk) => written.push(String(chunk)));
    child.stderr.on('data', (chunk) => written.push(String(chunk)));
    return child;
  };
  const simulator = start(
    '../../../packages/twilio-simulator/src/bin.ts',
    ['--port', String(simulatorPort), '--account-sid', ACCOUNT.sid, '--auth-token', ACCOUNT.token],
    {},
  );
  await serving(simulatorUrl, simulator, written);
  const example = start('../src/main.ts', [], {
    PORT: String(port),
    TWILIO_ACCOUNT_SID: ACCOUNT.sid,
    TWILIO_AUTH_TOKEN: ACCOUNT.token,
    TWILIO_API_BASE_URL: simulatorUrl,
    TWILIO_SIMULATOR_URL: simulatorUrl,
    VOICE_WEBHOOK_URL: `${url}/twilio/voice`,
  });
  await serving(url, example, written);
  return {
    url,
    simulatorUrl,
    folder,
    log: () => written.join(''),
    async stop() {
      await Promise.all([example, simulator].map(stopped));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
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
