import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTwilioSimulator } from '@numberkit/twilio-simulator/server';
import { onTestFinished } from 'vitest';
import { twilio } from '../../src/carrier/twilio/index.ts';
import type { StartForwarding } from '../../src/forwarding/index.ts';
import { createNumberkit } from '../../src/index.ts';
import { sqlite } from '../../src/storage/kysely/sqlite/index.ts';

const BIN = fileURLToPath(new URL('../../src/cli/bin.ts', import.meta.url));
const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.url));
/** Numbers that the simulator has on the shelf besides its own. */
export const EXTRA = ['+12135550101', '+12135550102'] as const;
const KEYS = `k1:${Buffer.alloc(32, 1).toString('base64')}`;

/** What a finished command said. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as its own process, in the folder of the config unless told. */
export function runCli(
  args: readonly string[],
  env: Record<string, string>,
  folder = FIXTURES,
): Promise<Said> {
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  // A command that hangs fails its test and must not outlive it.
  onTestFinished(() => void child.kill('SIGKILL'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** A simulated Twilio, a server in the place of the voice webhook, and the environment that leads to both. */
export async function installation(options: { trial?: boolean; status?: number } = {}) {
  const twilioServer = await startTwilioSimulator({
    port: 0,
    seed: 3,
    trial: options.trial ?? false,
    inventory: { extra: EXTRA.map((phoneNumber) => ({ phoneNumber })) },
  });
  const webhook = createServer((_, response) => {
    response.writeHead(options.status ?? 403).end();
  });
  const url = await listen(webhook);
  onTestFinished(async () => {
    webhook.close();
    await twilioServer.close();
  });
  const { simulator } = twilioServer;
  const env = {
    TEST_ACCOUNT_SID: simulator.account.sid,
    TEST_AUTH_TOKEN: simulator.account.authToken,
    TEST_TWILIO_URL: twilioServer.url,
    TEST_DATABASE: join(mkdtempSync(join(tmpdir(), 'numberkit-cli-')), 'test.db'),
    TEST_KEYS: KEYS,
    TEST_PUBLIC_URL: `${url}/voice`,
  };
  return { simulator, env, voiceUrl: `${url}/voice` };
}

/** Begins to forward a line in the installation, as its web server would. */
export async function forwardLine(
  env: Readonly<Record<'TEST_ACCOUNT_SID' | 'TEST_AUTH_TOKEN' | 'TEST_TWILIO_URL' | 'TEST_DATABASE', string>>,
  request: StartForwarding,
): Promise<void> {
  const kit = createNumberkit({
    carrier: twilio({
      accountSid: env.TEST_ACCOUNT_SID,
      authToken: env.TEST_AUTH_TOKEN,
      apiBaseUrl: env.TEST_TWILIO_URL,
    }),
    storage: sqlite({ file: env.TEST_DATABASE }),
    keys: KEYS,
    voice: { voiceUrl: 'http://127.0.0.1:9/voice' },
  });
  await kit.forwardings.start(request);
  await kit.close();
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address of this kind.
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}
