import { createServer } from 'node:net';
import type { Server } from './server.ts';

/** Whether nobody listens on a port of this machine. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port }, () => probe.close(() => resolve(true)));
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
