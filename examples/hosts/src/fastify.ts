import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type NodeHandler, toNodeHandler } from 'numberkit/node';
import type { Mounted } from './mounted.ts';

/** Fastify 5, which parses bodies before every handler: in this plugin, and only here, it does not. */
export function fastifyHost({ api, nodeVoice }: Mounted): FastifyInstance {
  const app = Fastify();
  app.register(async (numberkit) => {
    numberkit.removeAllContentTypeParsers();
    numberkit.addContentTypeParser('*', (_request, _body, done) => done(null));
    mount(numberkit, '/api/twilio', toNodeHandler(api));
    mount(numberkit, '/twilio/voice', nodeVoice);
  });
  return app;
}

/** Hands Node's own messages on and leaves the answer to the handler. */
export function mount(app: FastifyInstance, path: string, handler: NodeHandler | Mounted['nodeVoice']): void {
  const pass = (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack();
    return handler(request.raw, reply.raw);
  };
  app.all(path, pass);
  app.all(`${path}/*`, pass);
}
