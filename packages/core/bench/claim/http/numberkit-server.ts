// A host of numberkit over HTTP, a process of its own; started by over-http.ts.
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { systemClock } from '../../../src/clock.ts';
import { toNodeHandler } from '../../../src/http/node/index.ts';
import { postgres } from '../../../src/storage/kysely/postgres/index.ts';
import { countedCarrier } from '../../../test/pool/counted-carrier.ts';
import { poolHost } from '../../../test/pool/pool-host.ts';
import { scriptedCarrier } from '../../../test/purchase/scripted-carrier.ts';
import { listen } from './listen.ts';
import type { ServerCount, ServerReady, ServerSetup } from './protocol.ts';

// over-http.ts starts this with nothing else.
const setup = JSON.parse(process.argv[2] ?? '') as ServerSetup;
const { carrier, calls } = countedCarrier(scriptedCarrier().carrier);
const pool = new Pool({ connectionString: setup.url, max: setup.connections });
// When the server stops it ends idle connections, which the pool reports here.
pool.on('error', () => undefined);
const kit = poolHost(postgres({ pool, schema: setup.schema }), carrier, systemClock);
await kit.ready();
const origin = await listen(createServer(toNodeHandler(kit.handler)));
const tokens = Array.from({ length: setup.tenants }, (_, tenant) => {
  return kit.sessions.create({ tenantId: `tenant-${tenant}`, ttlSeconds: 3_600 }).token;
});
process.on('message', () => process.send?.({ carrierCalls: calls() } satisfies ServerCount));
process.on('disconnect', () => process.exit(0));
process.send?.({ origin, tokens } satisfies ServerReady);
