import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { expressHost } from '../src/express.ts';
import { fastifyHost } from '../src/fastify.ts';
import { fetchHost } from '../src/fetch.ts';
import { honoHost } from '../src/hono.ts';
import { koaHost } from '../src/koa.ts';
import { nodeHost } from '../src/node-http.ts';
import { testHost } from './host-contract.ts';
import { createSaas, listen, type Saas } from './saas.ts';

async function fastifyServer(saas: Saas) {
  const app = fastifyHost(saas);
  await app.ready();
  return app.server;
}

testHost('a bare fetch handler', async () => {
  const saas = await createSaas();
  return listen(saas, getRequestListener(fetchHost(saas)));
});
testHost('node:http', async () => {
  const saas = await createSaas();
  return listen(saas, nodeHost(saas));
});
testHost('Express 5', async () => {
  const saas = await createSaas();
  return listen(saas, createServer(expressHost(saas)));
});
testHost('Fastify', async () => {
  const saas = await createSaas();
  return listen(saas, await fastifyServer(saas));
});
testHost('Hono', async () => {
  const saas = await createSaas();
  return listen(saas, getRequestListener(honoHost(saas).fetch));
});
testHost('Koa', async () => {
  const saas = await createSaas();
  return listen(saas, koaHost(saas).callback());
});
