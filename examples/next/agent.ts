// What answers the calls, in a process of its own: a route handler of Next cannot take a WebSocket.
import { createServer } from 'node:http';
import { serveAgent } from '@numberkit/example-express/agent';
import { getNumberkit } from './server/numberkit.ts';
import { agentUrl, authToken } from './server/settings.ts';

const server = createServer((_, response) => response.end('The agent listens.'));
serveAgent(server, getNumberkit(), agentUrl(), authToken());
server.listen(Number(process.env.AGENT_PORT ?? 3001), () => console.log(`Agent: ${agentUrl()}`));
process.once('SIGTERM', () =>
  getNumberkit()
    .close()
    .then(() => process.exit()),
);
