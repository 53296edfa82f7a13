import { WebSocket } from 'ws';
import { CallCut } from '../call-cut.ts';
import { isLoopback } from '../loopback.ts';
import { signRequest } from '../sign-request.ts';
import type { Walk } from '../walk.ts';

const connectMs = 10_000;

/** Why no connection came about; the caller knows which of Twilio's numbers that is. */
export class SocketFailure extends Error {
  override readonly name = 'SocketFailure';
  readonly reason: 'address' | 'connect' | 'handshake';

  constructor(reason: SocketFailure['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
}

/** A connection to the host's program, its frames written to the call's log. */
export interface AgentSocket {
  send(frame: Readonly<Record<string, unknown>>): void;
  /** Frames that came before are delivered at once. */
  onFrame(listener: (text: string) => void): void;
  readonly closed: Promise<SocketEnd>;
  close(): void;
}

/**
 * Opens the signed WebSocket. The signature covers the address alone.
 * @param quiet frames that are too many to log
 */
export async function openSocket(
  walk: Walk,
  url: string,
  quiet: (frame: string) => boolean = () => false,
): Promise<AgentSocket> {
  checkAddress(walk, url);
  const { log } = walk.leg;
  const signature = signRequest(walk.exchange.world.account.authToken, url);
  const socket = new WebSocket(url, {
    headers: { 'X-Twilio-Signature': signature },
    perMessageDeflate: false,
    ...(isLoopback(new URL(url).hostname) ? { rejectUnauthorized: false } : {}),
  });
  let deliver: ((text: string) => void) | undefined;
  const early: string[] = [];
  socket.on('message', (data) => {
    const frame = data.toString();
    if (!quiet(frame)) log.record({ kind: 'socket-received', frame });
    if (deliver) deliver(frame);
    else early.push(frame);
  });
  const closed = new Promise<SocketEnd>((resolve) => {
    socket.on('close', (code, bytes) => {
      const reason = bytes.toString();
      log.record({ kind: 'socket-close', code, reason });
      resolve({ code, reason });
    });
  });
  await opened(walk, socket);
  log.record({ kind: 'socket-open', url, signature });
  return {
    send: (frame) => {
      const text = JSON.stringify(frame);
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send(text);
      if (!quiet(text)) log.record({ kind: 'socket-sent', frame: text });
    },
    onFrame: (listener) => {
      deliver = listener;
      for (const frame of early.splice(0)) listener(frame);
    },
    closed,
    close: () => socket.close(1000),
  };
}

function checkAddress(walk: Walk, url: string): void {
  if (!URL.canParse(url)) throw new SocketFailure('address', `${url} is not an address.`);
  const { protocol, hostname } = new URL(url);
  if (protocol === 'wss:') return;
  if (protocol !== 'ws:') throw new SocketFailure('address', `${url} must start with wss://.`);
  if (!isLoopback(hostname) && !walk.exchange.allowInsecureWebSocket) {
    throw new SocketFailure(
      'address',
      `${url} must start with wss://; ws:// is accepted for this machine only.`,
    );
  }
}

function opened(walk: Walk, socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    const give = (error: Error) => {
      reject(error);
      socket.terminate();
    };
    const { clock } = walk.exchange.world;
    const limit = clock.schedule(connectMs, () =>
      give(new SocketFailure('connect', 'No connection within 10 s.')),
    );
    const cut = () => give(new CallCut());
    walk.signal.addEventListener('abort', cut, { once: true });
    const stop = () => {
      limit.cancel();
      walk.signal.removeEventListener('abort', cut);
    };
    socket.once('open', () => {
      stop();
      resolve();
    });
    socket.once('unexpected-response', (_request, response) => {
      stop();
      give(new SocketFailure('handshake', `The handshake was answered with HTTP ${response.statusCode}.`));
    });
    // Stays for the whole life of the socket: an error without a listener would end the process.
    socket.on('error', (error: Error & { code?: string }) => {
      stop();
      reject(new SocketFailure('connect', error.message || error.code || 'The connection failed.'));
    });
  });
}
