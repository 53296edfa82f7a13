import type { Line, NewLine, TwilioSimulator, TwilioSimulatorOptions } from '../../src/index.ts';
import { buyNumber } from '../sdk-calls.ts';
import { type Bench, setUp } from '../sdk-client.ts';

export const stranger = '+12125550147';
export const mobile = '+15102340143';
export const landline = '+16192340144';

/** What the host got, and what it answers with, by the called number. */
export interface Agent {
  readonly requests: Record<string, string>[];
  answer: string;
}

export interface LineBench extends Bench {
  readonly agent: Agent;
  /** The tenant's number, which the line is to forward to. */
  readonly number: string;
  /** Another number of the account, from which calls to the line are made. */
  readonly verifier: string;
}

/** A simulator on the virtual clock with two numbers; its host runs in this process. */
export async function setUpLines(options: TwilioSimulatorOptions = {}): Promise<LineBench> {
  const requests: Record<string, string>[] = [];
  const agent: Agent = { requests, answer: '<Reject reason="busy"/>' };
  const bench = setUp({
    ...options,
    fetch: async (_url, init) => {
      requests.push(Object.fromEntries(new URLSearchParams(String(init?.body))));
      const body = `<Response>${agent.answer}</Response>`;
      return new Response(body, { headers: { 'content-type': 'text/xml' } });
    },
  });
  const number = (await buyNumber(bench)).phoneNumber;
  const verifier = (await buyNumber(bench, 212)).phoneNumber;
  return { ...bench, agent, number, verifier };
}

/** Ten digits, as people of North America write a number. */
export const national = (phoneNumber: string): string => phoneNumber.slice(2);

/** Calls a line with the official SDK, listening for machines, and reports to a status callback. */
export function callLine({ client, verifier }: LineBench, to: string, timeout = 30) {
  return client.calls.create({
    from: verifier,
    to,
    timeout,
    timeLimit: 60,
    machineDetection: 'Enable',
    twiml: '<Response><Say>This is a test call.</Say></Response>',
    statusCallback: 'https://host.example/status',
  });
}

/** The call as it is after so long. */
export async function callAfter(bench: LineBench, sid: string, seconds: number) {
  await bench.simulator.clock.advance(seconds * 1000);
  return bench.client.calls(sid).fetch();
}

export const statusReport = ({ agent }: LineBench, sid: string): Record<string, string> | undefined =>
  agent.requests.find(({ CallSid, CallbackSource }) => CallSid === sid && CallbackSource !== undefined);

/** The voice webhook of a number of the account. */
export const inboundAt = ({ agent }: LineBench, to: string) =>
  agent.requests.filter(({ To, Direction, CallbackSource }) => {
    return To === to && Direction === 'inbound' && CallbackSource === undefined;
  });

/** Where a line's calls go, by condition; without what is switched off. */
export function forwardsOf({ lines }: TwilioSimulator, line: Line | NewLine): Record<string, string> {
  const { forwards = {} } = lines.get(line.phoneNumber) ?? {};
  return Object.fromEntries(
    Object.entries(forwards).flatMap(([part, { active, to }]) => (active ? [[part, to]] : [])),
  );
}
