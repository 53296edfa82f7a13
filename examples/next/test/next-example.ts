import { join } from 'node:path';
import { buildNext } from '../../../scripts/start/build-next.ts';
import type { ExampleProgram } from '../../express/test/started-example.ts';

const folder = join(import.meta.dirname, '..');

/** The Next example as it runs in production: built, then `next start`. */
export const nextExample: ExampleProgram = {
  name: 'Next',
  command: (port) => [join(folder, 'node_modules/next/dist/bin/next'), 'start', folder, '-p', String(port)],
  env: {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // In production nothing makes a key by itself.
    NUMBERKIT_KEYS: `test:${Buffer.alloc(32, 5).toString('base64')}`,
  },
  agent: 'outside',
  async prepare() {
    const problem = await buildNext();
    if (problem !== undefined) throw new Error(problem);
  },
};
