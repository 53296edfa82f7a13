import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { requireFreePorts } from './ports.ts';

let taken: Server | undefined;
afterEach(() => taken?.close());

function takePort(host: string): Promise<number> {
  return new Promise((resolve) => {
    taken = createServer().listen(0, host, () => {
      const address = taken?.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

describe('requireFreePorts', () => {
  it.each(['127.0.0.1', '0.0.0.0'])(
    'names a port taken on %s, who needs it and how to move',
    async (host) => {
      const port = await takePort(host);
      const message = await requireFreePorts([{ name: 'the example', port, portVariable: 'PORT' }]);
      expect(message).toMatch(`Port ${port}, which the example needs, is in use`);
      expect(message).toMatch(`PORT=${port + 1} npm start`);
    },
  );

  it('has nothing to say when the port is free', async () => {
    const port = await takePort('127.0.0.1');
    await new Promise((resolve) => taken?.close(resolve));
    expect(await requireFreePorts([{ name: 'x', port, portVariable: 'PORT' }])).toBeUndefined();
  });
});
