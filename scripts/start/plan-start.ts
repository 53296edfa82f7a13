import { join } from 'node:path';
import type { Server } from './server.ts';

/** The account the simulator opens for the example. Made-up values: they open nothing at Twilio. */
export const DEMO_ACCOUNT_SID = 'AC00000000000000000000000000000001';
export const DEMO_AUTH_TOKEN = '00000000000000000000000000000001';

/** What will be started, in order, and what to tell the person who started it. */
export interface StartPlan {
  readonly servers: readonly Server[];
  readonly where: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the example's calls to Twilio go, and by which credentials. */
interface CarrierChoice {
  readonly simulator: boolean;
  readonly env: Readonly<Record<string, string>>;
}

/** A set, non-empty value; `.env.example` copied as it stands leaves empty ones. */
function readValue(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function readPort(env: Environment, name: string, standard: number): number | string {
  const value = readValue(env, name);
  if (value === undefined) return standard;
  const port = Number(value);
  const valid = Number.isInteger(port) && port > 0 && port < 65_536;
  return valid ? port : `${name}=${value} is not a port number`;
}

/**
 * Real Twilio needs an account, a secret and the public address of the webhook. None of them: the simulator. Some of
 * them: a sentence that says what is missing, because silently using the simulator would look like real Twilio.
 */
function chooseCarrier(env: Environment, port: number, simulatorPort: number): CarrierChoice | string {
  const account = readValue(env, 'TWILIO_ACCOUNT_SID');
  const secret =
    readValue(env, 'TWILIO_AUTH_TOKEN') ??
    (readValue(env, 'TWILIO_API_KEY') === undefined ? undefined : readValue(env, 'TWILIO_API_SECRET'));
  const webhook = readValue(env, 'VOICE_WEBHOOK_URL');
  const base = readValue(env, 'TWILIO_API_BASE_URL');
  const simulatorUrl = `http://localhost:${simulatorPort}`;
  const ownWebhook = `http://localhost:${port}/twilio/voice`;
  if (account !== undefined && secret !== undefined && webhook !== undefined)
    return { simulator: false, env: {} };
  if (account === undefined && secret === undefined) {
    const demo = {
      TWILIO_ACCOUNT_SID: DEMO_ACCOUNT_SID,
      TWILIO_AUTH_TOKEN: DEMO_AUTH_TOKEN,
      VOICE_WEBHOOK_URL: webhook ?? ownWebhook,
      TWILIO_API_BASE_URL: base ?? simulatorUrl,
    };
    if (base !== undefined) return { simulator: false, env: demo };
    return { simulator: true, env: { ...demo, TWILIO_SIMULATOR_URL: simulatorUrl } };
  }
  const missing = [
    account === undefined ? 'TWILIO_ACCOUNT_SID' : undefined,
    secret === undefined ? 'TWILIO_AUTH_TOKEN (or TWILIO_API_KEY and TWILIO_API_SECRET)' : undefined,
    webhook === undefined ? 'VOICE_WEBHOOK_URL' : undefined,
  ].filter((name) => name !== undefined);
  return `To run against real Twilio, .env also needs ${missing.join(' and ')}. Without any of them the simulator is used.`;
}

/** What to start for this environment, or a sentence that says what is wrong with it. */
export function planStart(env: Environment, root: string, example = 'express'): StartPlan | string {
  const planExample = EXAMPLES[example];
  if (planExample === undefined)
    return `no such example: ${example}; try ${Object.keys(EXAMPLES).join(', ')}`;
  const port = readPort(env, 'PORT', 3000);
  const simulatorPort = readPort(env, 'SIMULATOR_PORT', 4010);
  if (typeof port === 'string') return port;
  if (typeof simulatorPort === 'string') return simulatorPort;
  const carrier = chooseCarrier(env, port, simulatorPort);
  if (typeof carrier === 'string') return carrier;
  const agentUrl = readValue(env, 'AGENT_URL');
  const servers = planExample(root, port, {
    ...carrier.env,
    ...(agentUrl !== undefined && { AGENT_URL: agentUrl }),
  });
  const where = [
    `The example:     http://localhost:${port}  (sign in as a demo tenant, then set up a phone number)`,
  ];
  if (!carrier.simulator) {
    const base = readValue(env, 'TWILIO_API_BASE_URL');
    where.push(
      base === undefined
        ? 'Twilio:          the real one; buying a number costs money'
        : `Twilio:          ${base}`,
    );
    return { servers, where };
  }
  const simulator = planSimulator(simulatorPort, root);
  where.push(`The phone page:  ${simulator.url}  (call the number from here; nothing leaves this machine)`);
  return { servers: [simulator, ...servers], where };
}

type PlanExample = (root: string, port: number, env: Readonly<Record<string, string>>) => readonly Server[];

/** The servers of each example, in the order in which they are to be started. */
const EXAMPLES: Readonly<Record<string, PlanExample>> = {
  express: (root, port, env) => [
    planServer(root, 'the example', 'PORT', port, ['examples/express/src/main.ts'], env),
  ],
  // Next cannot hold the agent's WebSocket; a process beside it does.
  next(root, port, env) {
    const agentPort = port + 1;
    const shared = {
      ...env,
      AGENT_URL: env.AGENT_URL ?? `ws://localhost:${agentPort}/agent`,
      DATABASE_PATH: '.data/next.db',
      NEXT_TELEMETRY_DISABLED: '1',
    };
    const next = [
      'examples/next/node_modules/next/dist/bin/next',
      'dev',
      'examples/next',
      '-p',
      String(port),
    ];
    return [
      planServer(root, 'the example', 'PORT', port, next, shared),
      planServer(root, 'the agent', 'PORT', agentPort, ['examples/next/agent.ts'], {
        ...shared,
        AGENT_PORT: String(agentPort),
      }),
    ];
  },
};

function planServer(
  root: string,
  name: string,
  portVariable: string,
  port: number,
  [script = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
): Server {
  return {
    name,
    url: `http://localhost:${port}`,
    port,
    portVariable,
    script: join(root, script),
    args,
    // Its `.data` lies at the root, beside the simulator's: deleting one folder starts over.
    cwd: root,
    env: { ...env, PORT: String(port) },
  };
}

function planSimulator(port: number, root: string): Server {
  return {
    name: 'the Twilio simulator',
    url: `http://localhost:${port}`,
    port,
    portVariable: 'SIMULATOR_PORT',
    script: join(root, 'packages/twilio-simulator/src/bin.ts'),
    args: [
      ...['--port', String(port), '--state', join(root, '.data/twilio-simulator.json')],
      ...['--account-sid', DEMO_ACCOUNT_SID, '--auth-token', DEMO_AUTH_TOKEN],
    ],
    cwd: root,
    env: {},
  };
}
