import { describe, expect, it } from 'vitest';
import { DEMO_ACCOUNT_SID, planStart, type StartPlan } from './plan-start.ts';

const real = {
  TWILIO_ACCOUNT_SID: 'AC1',
  TWILIO_AUTH_TOKEN: 'secret',
  VOICE_WEBHOOK_URL: 'https://tunnel.example/twilio/voice',
};

function plan(env: Record<string, string>): StartPlan {
  const made = planStart(env, '/repository');
  if (typeof made === 'string') throw new Error(made);
  return made;
}

function exampleEnv(env: Record<string, string>): Readonly<Record<string, string>> | undefined {
  return plan(env).servers.find((server) => server.name === 'the example')?.env;
}

describe('planStart', () => {
  it('starts the simulator and points the example at it when nothing is set', () => {
    const { servers } = plan({});
    expect(servers.map((server) => server.url)).toEqual(['http://localhost:4010', 'http://localhost:3000']);
    expect(servers[1]?.env).toMatchObject({
      PORT: '3000',
      TWILIO_ACCOUNT_SID: DEMO_ACCOUNT_SID,
      TWILIO_API_BASE_URL: 'http://localhost:4010',
      TWILIO_SIMULATOR_URL: 'http://localhost:4010',
      VOICE_WEBHOOK_URL: 'http://localhost:3000/twilio/voice',
    });
    expect(servers[0]?.args).toContain(DEMO_ACCOUNT_SID);
  });

  it('takes a copied .env.example with empty values as nothing set', () => {
    const empty = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: ' ', VOICE_WEBHOOK_URL: '', PORT: '3000' };
    expect(plan(empty).servers).toHaveLength(2);
  });

  it('moves both servers to the wanted ports', () => {
    const { servers } = plan({ PORT: '3100', SIMULATOR_PORT: '4110' });
    expect(servers.map((server) => server.port)).toEqual([4110, 3100]);
    expect(servers[1]?.env.VOICE_WEBHOOK_URL).toBe('http://localhost:3100/twilio/voice');
  });

  it('starts the Next example with its agent in a process of its own, on the next port', () => {
    const made = planStart({ PORT: '3100' }, '/repository', 'next');
    if (typeof made === 'string') throw new Error(made);
    expect(made.servers.map(({ name, port }) => [name, port])).toEqual([
      ['the Twilio simulator', 4010],
      ['the example', 3100],
      ['the agent', 3101],
    ]);
    const [, next, agent] = made.servers;
    expect(next?.env.AGENT_URL).toBe('ws://localhost:3101/agent');
    expect(agent?.env).toMatchObject({ AGENT_PORT: '3101', DATABASE_PATH: next?.env.DATABASE_PATH });
  });

  it('leaves the agent’s address to the person who names one, and refuses an example it does not have', () => {
    const made = planStart({ ...real, AGENT_URL: 'wss://agent.example' }, '/repository', 'next');
    if (typeof made === 'string') throw new Error(made);
    expect(made.servers.map(({ env }) => env.AGENT_URL)).toEqual([
      'wss://agent.example',
      'wss://agent.example',
    ]);
    expect(planStart({}, '/repository', 'rails')).toBe('no such example: rails; try express, next');
  });

  it('starts no simulator and overrides nothing with the credentials of a real account', () => {
    expect(plan(real).servers.map((server) => server.name)).toEqual(['the example']);
    expect(exampleEnv(real)).toEqual({ PORT: '3000' });
  });

  it('takes an API key and its secret in place of the auth token', () => {
    const { TWILIO_AUTH_TOKEN: _, ...rest } = real;
    expect(plan({ ...rest, TWILIO_API_KEY: 'SK1', TWILIO_API_SECRET: 's' }).servers).toHaveLength(1);
  });

  it('uses the base address a person gives, with or without credentials, and starts no simulator', () => {
    const base = { TWILIO_API_BASE_URL: 'http://gateway.example' };
    expect(plan({ ...real, ...base }).servers).toHaveLength(1);
    expect(exampleEnv(base)).toMatchObject({ ...base, TWILIO_ACCOUNT_SID: DEMO_ACCOUNT_SID });
    expect(plan(base).servers).toHaveLength(1);
  });

  it('says what is missing rather than quietly using the simulator', () => {
    expect(planStart({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 's' }, '/')).toMatch(
      /needs VOICE_WEBHOOK_URL\./,
    );
    expect(planStart({ TWILIO_ACCOUNT_SID: 'AC1', TWILIO_API_KEY: 'SK1' }, '/')).toMatch(
      /TWILIO_AUTH_TOKEN \(or .*\) and VOICE/,
    );
    expect(planStart({ TWILIO_AUTH_TOKEN: 's' }, '/')).toMatch(
      /needs TWILIO_ACCOUNT_SID and VOICE_WEBHOOK_URL/,
    );
  });

  it.each(['abc', '0', '70000', '30.5'])('refuses %s as a port', (port) => {
    expect(planStart({ PORT: port }, '/')).toBe(`PORT=${port} is not a port number`);
  });
});
