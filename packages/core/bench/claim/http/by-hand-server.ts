// What one writes by hand: a listener of node:http around the query of contenders.ts; started by over-http.ts.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { byHand } from '../contenders.ts';
import { listen } from './listen.ts';
import { CLAIM_PATH, type ServerCount, type ServerReady, type ServerSetup } from './protocol.ts';

// over-http.ts starts this with nothing else.
const setup = JSON.parse(process.argv[2] ?? '') as ServerSetup;
const pool = new Pool({ connectionString: setup.url, max: setup.connections });
// When the server stops it ends idle connections, which the pool reports here.
pool.on('error', () => undefined);
const contender = byHand(pool, setup.schema);
const tokens = Array.from({ length: setup.tenants }, (_, tenant) => `token-of-tenant-${tenant}`);
const tenants = new Map(tokens.map((token, tenant) => [`Bearer ${token}`, tenant]));

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const tenant = tenants.get(request.headers.authorization ?? '');
  if (tenant === undefined) return answer(response, 401, { code: 'unauthenticated' });
  if (request.method !== 'POST' || request.url !== CLAIM_PATH) {
    return answer(response, 404, { code: 'no-such-route' });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { areaCode } = JSON.parse(Buffer.concat(chunks).toString());
  if (areaCode !== '415') return answer(response, 404, { code: 'pool-empty' });
  const id = await contender.claim(tenant, 0);
  if (id === undefined) return answer(response, 409, { code: 'pool-empty' });
  return answer(response, 201, { number: { id } });
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    console.error(error);
    answer(response, 500, { code: 'internal' });
  });
});
const origin = await listen(server);
process.on('message', () => process.send?.({ carrierCalls: 0 } satisfies ServerCount));
process.on('disconnect', () => process.exit(0));
process.send?.({ origin, tokens } satisfies ServerReady);
