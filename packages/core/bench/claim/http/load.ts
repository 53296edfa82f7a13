// The clients, a process of its own: one keep-alive connection each; started by over-http.ts.
import { Agent, request } from 'node:http';
import { IDEMPOTENCY_KEY_HEADER } from '@numberkit/contract';
import type { Contender } from '../contenders.ts';
import { runRound } from '../run-round.ts';
import { CLAIM_PATH, type LoadAnswer, type LoadOrder } from './protocol.ts';

const BODY = JSON.stringify({ areaCode: '415' });
const agents = new Map<string, Agent>();

function agentFor({ origin, tokens }: LoadOrder): Agent {
  const agent = agents.get(origin) ?? new Agent({ keepAlive: true, maxSockets: tokens.length });
  agents.set(origin, agent);
  return agent;
}

function clients(order: LoadOrder): Contender {
  const agent = agentFor(order);
  return {
    name: order.name,
    reset: async () => undefined,
    async claim(client, turn) {
      const key = `${order.round}-${turn}`;
      const { status, text } = await post(order.origin, agent, order.tokens[client] ?? '', key);
      // Either server says `pool-empty` when there is none left.
      if (status !== 201 && text.includes('pool-empty')) return undefined;
      if (status !== 201) throw new Error(`${order.name} answered ${status}: ${text}`);
      return (JSON.parse(text) as { number: { id: string } }).number.id;
    },
  };
}

function post(
  origin: string,
  agent: Agent,
  token: string,
  key: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': BODY.length,
      [IDEMPOTENCY_KEY_HEADER]: key,
    };
    const outgoing = request(`${origin}${CLAIM_PATH}`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.once('error', reject);
    });
    outgoing.once('error', reject);
    outgoing.end(BODY);
  });
}

process.on('message', async (message) => {
  // over-http.ts sends this and nothing else.
  const order = message as LoadOrder;
  process.send?.((await runRound(clients(order), order.tokens.length)) satisfies LoadAnswer);
});
process.on('disconnect', () => process.exit(0));
