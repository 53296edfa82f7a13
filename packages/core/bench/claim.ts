// `pnpm bench claim`: 64 clients claim from one pool of 1,000 on PostgreSQL, beside the same with a hand-written
// SKIP LOCKED query: first as calls in one process, then over HTTP from another process. `--profile=<folder>` writes
// CPU profiles of both servers.
import { Pool as PostgresPool } from 'pg';
import { systemClock } from '../src/clock.ts';
import { postgres } from '../src/storage/kysely/postgres/index.ts';
import { poolHost, stockUp } from '../test/pool/pool-host.ts';
import { scriptedCarrier } from '../test/purchase/scripted-carrier.ts';
import { startPostgres } from '../test/start-postgres.ts';
import { byHand, ours } from './claim/contenders.ts';
import { measureOverHttp } from './claim/http/over-http.ts';
import { type MeasuredRounds, runInTurn } from './claim/run-in-turn.ts';
import { runRound } from './claim/run-round.ts';

const CLIENTS = 64;
const NUMBERS = 1_000;
const CONNECTIONS = 20;
const ROUNDS = 7;
const SCHEMA = 'bench_claim';

const profile = process.argv.find((each) => each.startsWith('--profile='))?.slice('--profile='.length);
const server = await startPostgres();
const database = new PostgresPool({ connectionString: server.url, max: CONNECTIONS });
// When the server stops it ends idle connections, which the pool reports here.
database.on('error', () => undefined);
await database.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
await stockUp(postgres({ pool: database, schema: SCHEMA }), '415', NUMBERS);
await database.query(
  // The same columns and indexes, so that what is compared is the claim and not the table.
  `CREATE TABLE ${SCHEMA}.by_hand (LIKE ${SCHEMA}.numberkit_numbers INCLUDING ALL);
   INSERT INTO ${SCHEMA}.by_hand SELECT * FROM ${SCHEMA}.numberkit_numbers`,
);
const host = poolHost(postgres({ pool: database, schema: SCHEMA }), scriptedCarrier().carrier, systemClock);
const contenders = [ours(host.pool, database, SCHEMA), byHand(database, SCHEMA)] as const;

const inProcess = await runInTurn(
  ROUNDS,
  contenders.map((each) => ({ name: each.name, run: () => runRound(each, CLIENTS) })),
);
print(inProcess);
const ratio = quotient(inProcess, 'perSecond');
console.log(`ratio          ${ratio} of the hand-written query's throughput (aim: at least 0.7)`);

const setup = { url: server.url, schema: SCHEMA, connections: CONNECTIONS, tenants: CLIENTS };
const http = await measureOverHttp(setup, contenders, ROUNDS, profile);
console.log('\nover HTTP, keep-alive, clients in another process:');
print(http.measured);
const p99Ratio = quotient(http.measured, 'p99');
console.log(`p99_ratio      ${p99Ratio} of the hand-written handler's p99 (aim: at most 2)`);
console.log(`carrier calls  ${http.carrierCalls}`);
console.log(
  JSON.stringify({
    bench: 'claim',
    clients: CLIENTS,
    numbers: NUMBERS,
    connections: CONNECTIONS,
    rounds: ROUNDS,
    results: inProcess,
    ratio,
    http: http.measured,
    p99_ratio: p99Ratio,
    carrier_calls: http.carrierCalls,
  }),
);

await host.close();
await database.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
await database.end();
await server.stop();
const all = [...inProcess, ...http.measured];
const exact = all.every(({ duplicates, claimed }) => duplicates === 0 && claimed === NUMBERS);
if (!exact || http.carrierCalls !== 0) process.exitCode = 1;

function print(results: readonly MeasuredRounds[]): void {
  for (const { name, claimed, duplicates, perSecond, p50, p99 } of results) {
    console.log(
      `${name.padEnd(14)} ${claimed} claimed, ${duplicates} twice, ${perSecond}/s, p50 ${p50} ms, p99 ${p99} ms`,
    );
  }
}

/** Ours by theirs. */
function quotient([mine, theirs]: readonly MeasuredRounds[], figure: 'perSecond' | 'p99'): number {
  return Number(((mine?.[figure] ?? 0) / (theirs?.[figure] ?? 1)).toFixed(2));
}
