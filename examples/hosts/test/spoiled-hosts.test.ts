import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { getRequestListener } from '@hono/node-server';
import express, { type RequestHandler } from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import type { Middleware } from 'koa';
import { toNodeHandler } from 'numberkit/node';
import { vi } from 'vitest';
import { expressHost } from '../src/express.ts';
import { mount } from '../src/fastify.ts';
import { fetchHost } from '../src/fetch.ts';
import { koaHost } from '../src/koa.ts';
import { nodeHost } from '../src/node-http.ts';
import { type SpoiledHost, testSpoiledHost } from './host-contract.ts';
import { createSaas, listen, type Saas } from './saas.ts';

// Each refusal is logged, too; here it is the subject and no news.
vi.spyOn(console, 'error').mockImplementation(() => undefined);

type Listening = Parameters<typeof listen>[1];

function spoiled(
  name: string,
  keepsBytes: boolean,
  make: (saas: Saas) => Listening | Promise<Listening>,
): void {
  testSpoiledHost(name, async (): Promise<SpoiledHost> => {
    const saas = await createSaas();
    return { ...(await listen(saas, await make(saas))), keepsBytes };
  });
}

/** As the remedy tells hosts to write it. */
const keep = (request: IncomingMessage, _response: unknown, bytes: Buffer) => {
  Object.assign(request, { rawBody: bytes });
};

const expressParsers: readonly RequestHandler[] = [express.json(), express.urlencoded()];
const keepingParsers: readonly RequestHandler[] = [
  express.json({ verify: keep }),
  express.urlencoded({ verify: keep }),
];

spoiled('Express 5 behind its JSON and form parsers', false, (saas) => expressHost(saas, expressParsers));
spoiled('Express 5 behind parsers that keep the bytes', true, (saas) => expressHost(saas, keepingParsers));
spoiled('Express 5 behind a parser of raw bytes', true, (saas) =>
  expressHost(saas, [express.raw({ type: () => true })]),
);

const readAll =
  (keeps: boolean): Middleware =>
  async (ctx, next) => {
    const rawBody = await buffer(ctx.req);
    if (keeps) Object.assign(ctx.req, { rawBody });
    await next();
  };
spoiled('Koa behind a body parser', false, (saas) => koaHost(saas, [readAll(false)]).callback());
spoiled('Koa behind a body parser that keeps the bytes', true, (saas) =>
  koaHost(saas, [readAll(true)]).callback(),
);

spoiled('node:http that reads the body itself', false, (saas) => {
  const inner = nodeHost(saas);
  return (request, response) => void buffer(request).then(() => inner.emit('request', request, response));
});

async function fastifyParsing(saas: Saas, keeps: boolean) {
  const app = Fastify();
  app.addContentTypeParser(
    ['application/x-www-form-urlencoded', 'application/json'],
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (keeps) Object.assign(request.raw, { rawBody: body });
      done(null, {});
    },
  );
  mount(app, '/api/twilio', toNodeHandler(saas.api));
  mount(app, '/twilio/voice', saas.nodeVoice);
  await app.ready();
  return app.server;
}
spoiled('Fastify with its parsers in place', false, (saas) => fastifyParsing(saas, false));
spoiled('Fastify with parsers that keep the bytes', true, (saas) => fastifyParsing(saas, true));

spoiled('Hono after a middleware that has read the body', false, (saas) => {
  const app = new Hono();
  app.use(async (c, next) => {
    await c.req.raw.text();
    await next();
  });
  app.all('*', (c) => fetchHost(saas)(c.req.raw));
  return getRequestListener(app.fetch);
});
spoiled('a fetch handler after the host has read a clone', true, (saas) =>
  getRequestListener(async (request) => {
    await request.clone().text();
    return fetchHost(saas)(request);
  }),
);
