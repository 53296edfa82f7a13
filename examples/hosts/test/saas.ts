import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwilioSimulator } from '@numberkit/twilio-simulator';
import { createVoiceWebhook, voiceUrls } from '@numberkit/webhook';
import { createNodeVoiceWebhook } from '@numberkit/webhook/node';
import { createNumberkit } from 'numberkit';
import { sqlite } from 'numberkit/sqlite';
import { twilio } from 'numberkit/twilio';
import type { Mounted } from '../src/mounted.ts';
import type { RunningHost } from './host-contract.ts';

/** The address Twilio knows; the hosts listen elsewhere, as behind a proxy. */
const publicUrl = 'https://app.example.com/twilio/voice';
const agent = { kind: 'conversation-relay', url: 'wss://agent.example.com', parameters: {} } as const;

/** A SaaS with one tenant and one number, to be mounted in any host. */
export interface Saas extends Mounted {
  /** All of a running host but where it listens. */
  readonly about: Omit<RunningHost, 'url' | 'stop'>;
  close(): Promise<void>;
}

/** Composes it on a simulator and a database of its own, and buys the number. */
export async function createSaas(): Promise<Saas> {
  const folder = mkdtempSync(join(tmpdir(), 'numberkit-hosts-'));
  const simulator = createTwilioSimulator();
  const { sid: accountSid, authToken } = simulator.account;
  const numberkit = createNumberkit({
    carrier: twilio({
      accountSid,
      authToken,
      fetch: (input, init) => simulator.fetch(new Request(input, init)),
    }),
    storage: sqlite({ file: join(folder, 'saas.db') }),
    keys: `k1:${Buffer.alloc(32, 3).toString('base64')}`,
    voice: voiceUrls(publicUrl),
    log: () => undefined,
  });
  await numberkit.tenants.put({ id: 'acme', agent });
  const { numbers } = await numberkit.numbers.search({ tenantId: 'acme', areaCode: '510', limit: 1 });
  const phoneNumber = numbers[0]?.phoneNumber ?? '';
  await numberkit.numbers.buy({ tenantId: 'acme', phoneNumber, idempotencyKey: 'first' });
  const voice = {
    routes: numberkit.routing,
    authTokens: authToken,
    publicUrl,
    fallback: { kind: 'say', text: 'Please call again in a minute.' },
    onCallStatus: numberkit.calls.record,
  } as const;
  const { token } = numberkit.sessions.create({ tenantId: 'acme' });
  return {
    api: numberkit.handler,
    voice: createVoiceWebhook(voice),
    nodeVoice: createNodeVoiceWebhook(voice),
    about: {
      publicUrl,
      authToken,
      phoneNumber,
      tenantId: 'acme',
      apiHeaders: { authorization: `Bearer ${token}` },
    },
    async close() {
      await numberkit.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Lets a server or listener of Node's serve a SaaS on a free port. */
export async function listen(saas: Saas, host: Server | RequestListener): Promise<RunningHost> {
  const server = typeof host === 'function' ? createServer(host) : host;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    ...saas.about,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await saas.close();
    },
  };
}
