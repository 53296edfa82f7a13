import { connect, createServer, type Socket } from 'node:net';

/** Stands between the webhook and its database, and can make it slow. */
export interface SlowProxy {
  readonly port: number;
  /** Milliseconds every message to the database is held back from now on. */
  delay(ms: number): void;
  stop(): void;
}

/** Passes bytes on to a port, in order, after a while that may change. */
export async function startSlowProxy(target: number): Promise<SlowProxy> {
  let delayMs = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (delayMs === 0) database.write(chunk);
      else setTimeout(() => database.write(chunk), delayMs);
    });
    database.on('data', (chunk) => client.write(chunk));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.');
  return {
    port: address.port,
    delay: (ms) => {
      delayMs = ms;
    },
    stop() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
