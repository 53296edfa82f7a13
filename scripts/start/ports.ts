import { createServer } from 'node:net';
import type { Server } from './server.ts';

/** Whether nobody listens on a port of this machine, neither on all its addresses nor on the local one. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, undefined)) && (await canListen(port, '127.0.0.1'));
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}

/** The first port that is taken, as a sentence with its remedy; undefined when all are free. */
export async function requireFreePorts(
  servers: readonly Pick<Server, 'name' | 'port' | 'portVariable'>[],
): Promise<string | undefined> {
  for (const { name, port, portVariable } of servers) {
    if (await isPortFree(port)) continue;
    return (
      `Port ${port}, which ${name} needs, is in use. End the program that uses it, ` +
      `or choose another port: ${portVariable}=${port + 1} npm start`
    );
  }
  return undefined;
}
