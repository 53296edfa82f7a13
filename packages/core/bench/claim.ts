// 64 clients claim from one pool of 1,000 on PostgreSQL, beside the same with a hand-written SKIP LOCKED query.
import { Pool as PostgresPool } from 'pg';
import { systemClock } from '../src/clock.ts';
import { postgres } from '../src/storage/kysely/postgres/index.ts';
import { poolHost, stockUp } from '../test/pool/pool-host.ts';
import { scriptedCarrier } from '../test/purchase/scripted-carrier.ts';
import { startPostgres } from '../test/start-postgres.ts';
import { byHand, type Contender, ours } from './claim/contenders.ts';
import { median, percentile, type Round, runRound } from './claim/run-round.ts';

const CLIENTS = 64;
const NUMBERS = 1_000;
const CONNECTIONS = 20;
const ROUNDS = 7;
const SCHEMA = 'bench_claim';

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
const contenders = [ours(host.pool, database, SCHEMA), byHand(database, SCHEMA)];

const rounds = new Map<Contender, Round[]>(contenders.map((each) => [each, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  // Who begins changes from round to round; the first round warms up and is not counted.
  for (const contender of round % 2 === 0 ? contenders : [...contenders].reverse()) {
    const result = await runRound(contender, CLIENTS);
    if (round > 0) rounds.get(contender)?.push(result);
  }
}

const results = contenders.map((contender) => {
  const own = rounds.get(contender) ?? [];
  const latencies = own.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
  return {
    name: contender.name,
    claimed: median(own.map(({ claimed }) => claimed)),
    duplicates: own.reduce((sum, { duplicates }) => sum + duplicates, 0),
    perSecond: Math.round(median(own.map(({ perSecond }) => perSecond))),
    p50: Number(percentile(latencies, 0.5).toFixed(2)),
    p99: Number(percentile(latencies, 0.99).toFixed(2)),
  };
});
for (const { name, claimed, duplicates, perSecond, p50, p99 } of results) {
  console.log(
    `${name.padEnd(14)} ${claimed} claimed, ${duplicates} twice, ${perSecond}/s, p50 ${p50} ms, p99 ${p99} ms`,
  );
}
const [mine, theirs] = results;
const ratio = Number(((mine?.perSecond ?? 0) / (theirs?.perSecond ?? 1)).toFixed(2));
console.log(`ratio          ${ratio} of the hand-written query's throughput (aim: at least 0.7)`);
console.log(
  JSON.stringify({
    bench: 'claim',
    clients: CLIENTS,
    numbers: NUMBERS,
    connections: CONNECTIONS,
    rounds: ROUNDS,
    results,
    ratio,
  }),
);

await host.close();
await database.query(`DROP SCHEMA ${SCHEMA} CASCADE`);
await database.end();
await server.stop();
if (results.some(({ duplicates, claimed }) => duplicates > 0 || claimed !== NUMBERS)) process.exitCode = 1;
