import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

/** What a test host got. */
export interface HostRequest {
  readonly method: string;
  readonly path: string;
  readonly url: string;
  readonly params: Record<string, string>;
  readonly headers: IncomingMessage['headers'];
}

export type HostAnswer = { status?: number; type?: string; body?: string; headers?: Record<string, string> };
type Page = string | HostAnswer | ((request: HostRequest) => string | HostAnswer | 'silence');

/** A real HTTP server that answers webhooks and takes WebSockets. */
export interface Host {
  readonly url: string;
  readonly socketUrl: string;
  readonly requests: HostRequest[];
  /** The only request for a path. */
  request(path: string): HostRequest;
  /** Handshakes of WebSockets, in order. */
  readonly handshakes: HostRequest[];
  page(path: string, page: Page): void;
  agent(path: string, run: (socket: WebSocket) => void): void;
  close(): Promise<void>;
}

const twiml = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${inside}</Response>`;

export async function startHost(): Promise<Host> {
  const pages = new Map<string, Page>();
  const agents = new Map<string, (socket: WebSocket) => void>();
  const requests: HostRequest[] = [];
  const handshakes: HostRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await read(incoming, url);
    requests.push(request);
    const page = pages.get(request.path);
    const answer =
      typeof page === 'function' ? page(request) : (page ?? { status: 404, body: 'no such page' });
    if (answer !== 'silence') write(response, answer);
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', async (incoming, socket, head) => {
    const request = await read(incoming, url);
    handshakes.push({ ...request, url: request.url.replace('http', 'ws') });
    const run = agents.get(request.path);
    if (!run) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(incoming, socket, head, run);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    socketUrl: `ws://127.0.0.1:${port}`,
    requests,
    request: (path) => {
      const [only, ...others] = requests.filter((request) => request.path === path);
      if (!only || others.length > 0)
        throw new Error(`${others.length + (only ? 1 : 0)} requests for ${path}.`);
      return only;
    },
    handshakes,
    page: (path, page) => void pages.set(path, page),
    agent: (path, run) => void agents.set(path, run),
    close: () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function read(incoming: IncomingMessage, base: string): Promise<HostRequest> {
  let body = '';
  if (incoming.method === 'POST') for await (const chunk of incoming) body += chunk;
  const target = incoming.url ?? '/';
  const { pathname, searchParams } = new URL(target, base);
  const form = incoming.method === 'POST' ? new URLSearchParams(body) : searchParams;
  return {
    method: incoming.method ?? '',
    path: pathname,
    url: base + target,
    params: Object.fromEntries(form),
    headers: incoming.headers,
  };
}

function write(response: ServerResponse, answer: string | HostAnswer): void {
  const {
    status = 200,
    type = 'text/xml',
    body = '',
    headers = {},
  } = typeof answer === 'string' ? { body: twiml(answer) } : answer;
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body);
}
