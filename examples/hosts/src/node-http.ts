import { createServer, type Server } from 'node:http';
import { toNodeHandler } from 'numberkit/node';
import type { Mounted } from './mounted.ts';

/** Node's own server, without a framework. */
export function nodeHost({ api, nodeVoice }: Mounted): Server {
  const nodeApi = toNodeHandler(api);
  return createServer((request, response) => {
    const path = `${request.url?.split('?')[0]}/`;
    if (path.startsWith('/api/twilio/')) return void nodeApi(request, response);
    if (path.startsWith('/twilio/voice/')) return void nodeVoice(request, response);
    response.writeHead(404).end('not found');
  });
}
