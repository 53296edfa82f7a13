import type { TestProject } from 'vitest/node';
import { startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL of this run listens. */
    postgresUrl: string;
  }
}

/** Gives the run a real PostgreSQL: the server of NUMBERKIT_TEST_POSTGRES_URL, or one of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return server.stop;
}
