import { createServer } from 'node:http';
import { DEMO_LINES, type NewLine } from '../handset/index.ts';
import type { TwilioSimulator, TwilioSimulatorOptions } from '../simulator.ts';
import { createTwilioSimulator } from '../simulator.ts';
import { httpMount } from './http-mount.ts';
import { pageFile } from './page-files.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

/** How to run the simulator as a server, besides everything that sets a simulator up. */
export interface TwilioSimulatorServerOptions extends TwilioSimulatorOptions {
  /** Default 4010; 0 takes any free port. */
  port?: number;
  /** Default 127.0.0.1: the control API has no password, so it stays on this machine. */
  host?: string;
  /** Keeps numbers, bill, time and credentials in this JSON file over restarts. */
  stateFile?: string;
  /** Existing lines to begin with, when the state file has none. Default: four to try things with. */
  lines?: readonly NewLine[];
}

/** A simulator that listens. */
export interface TwilioSimulatorServer {
  /** Such as `http://127.0.0.1:4010`; the web phone is at its root. */
  readonly url: string;
  readonly simulator: TwilioSimulator;
  /** Breaks every connection and stops listening. */
  close(): Promise<void>;
}

/**
 * Starts a simulator that listens: Twilio's REST API by path, the control API below `/_simulator`, and the web
 * phone at `/`. Rejects when the port is taken or the state file is not readable.
 *
 * @example
 * const server = await startTwilioSimulator({ port: 4010 });
 * console.log(`The phone is at ${server.url}`);
 */
export async function startTwilioSimulator(
  options: TwilioSimulatorServerOptions = {},
): Promise<TwilioSimulatorServer> {
  const { port = 4010, host = '127.0.0.1', stateFile, lines = DEMO_LINES, ...settings } = options;
  const simulator = await createSimulator(settings, stateFile);
  if (simulator.lines.list().length === 0) addLines(simulator, lines);
  const server = createServer(httpMount((request) => answer(simulator, request, save)));
  let saved = '';
  function save(): void {
    if (stateFile === undefined) return;
    const snapshot = simulator.snapshot();
    const essence = JSON.stringify({ ...snapshot, now: 0 });
    if (essence === saved) return;
    saved = essence;
    writeStateFile(stateFile, snapshot);
  }
  // A call is charged when it ends, not by a request.
  const stopWatching = simulator.calls.onChange((_call, change) => {
    if (change.type === 'event' && change.event.kind === 'status') save();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening}`,
    simulator,
    close: async () => {
      stopWatching();
      save();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function createSimulator(
  settings: TwilioSimulatorOptions,
  stateFile: string | undefined,
): Promise<TwilioSimulator> {
  const state = stateFile === undefined ? undefined : readStateFile(stateFile);
  if (!state) return createTwilioSimulator(settings);
  const { accountSid, authToken } = state;
  const simulator = createTwilioSimulator({ accountSid, authToken, ...settings });
  await simulator.restore(state);
  return simulator;
}

/** A number that the account of an older state file has bought is not somebody else's line. */
function addLines({ lines, numbers }: TwilioSimulator, wanted: readonly NewLine[]): void {
  for (const line of wanted) if (!numbers.find(line.phoneNumber)) lines.add(line);
}

async function answer(simulator: TwilioSimulator, request: Request, save: () => void): Promise<Response> {
  const page = await pageFile(request.method, new URL(request.url).pathname);
  if (page) return page;
  if (request.method === 'GET') return simulator.fetch(request);
  try {
    return await simulator.fetch(request);
  } finally {
    // Before the answer: what the client was told must survive a crash.
    save();
  }
}
