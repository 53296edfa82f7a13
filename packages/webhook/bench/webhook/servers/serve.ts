import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';

/** What a server process tells the one that started it. Times are microseconds of processor time, sizes bytes. */
export interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

/** Listens, tells the parent where, and answers its questions about the process. */
export function serve(listener: RequestListener): void {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const usage: Usage = { cpu: user + system, memory: process.memoryUsage.rss() };
    process.send?.(usage);
  });
  process.on('disconnect', () => process.exit());
}
