import { type Measurement, measureInTurn, type RoundPlan, ratio } from './measure.ts';
import { fillPostgres, startPostgres } from './postgres-server.ts';
import { MEASUREMENT_HEAD, measurementCells, printTable, rounded } from './print.ts';
import { type LoadProcess, type ServerProcess, startLoad, startServer } from './processes.ts';
import { sealedFile } from './sqlite-files.ts';

const COUNTS = [10_000, 100_000, 1_000_000];

/** How much of the speed among the fewest numbers is left among the most. */
export interface ScaleRatios {
  readonly sqlite_1m_vs_10k: number;
  readonly postgres_1m_vs_10k?: number;
}

/** Measures numberkit with more and more numbers; flat is the claim. */
export async function measureScale(plan: RoundPlan, withPostgres: boolean): Promise<ScaleRatios> {
  const sqlite = await measureEngine('SQLite', sealedFile, plan);
  if (!withPostgres) return { sqlite_1m_vs_10k: sqlite };
  const server = await startPostgres();
  try {
    const postgres = await measureEngine('PostgreSQL', (count) => fillPostgres(server, count), plan);
    return { sqlite_1m_vs_10k: sqlite, postgres_1m_vs_10k: postgres };
  } finally {
    await server.stop();
  }
}

async function measureEngine(
  engine: string,
  databaseWith: (count: number) => Promise<string>,
  plan: RoundPlan,
): Promise<number> {
  const servers: ServerProcess[] = [];
  const loads = new Map<ServerProcess, LoadProcess>();
  try {
    for (const count of COUNTS) {
      const server = { ...(await startServer('numberkit', await databaseWith(count))), name: String(count) };
      servers.push(server);
      loads.set(server, await startLoad(count));
    }
    const loadFor = (server: ServerProcess) => {
      const load = loads.get(server);
      if (load === undefined) throw new Error('Every server has its load.');
      return load;
    };
    const results = await measureInTurn(servers, loadFor, plan);
    printScale(engine, results);
    return rounded(ratio(results.get(String(COUNTS.at(-1))), results.get(String(COUNTS[0]))));
  } finally {
    for (const one of [...servers, ...loads.values()]) one.stop();
  }
}

function printScale(engine: string, results: ReadonlyMap<string, readonly Measurement[]>): void {
  const first = results.get(String(COUNTS[0]));
  printTable([
    [`numberkit on ${engine}`, ...MEASUREMENT_HEAD, 'of the first'],
    ...COUNTS.map((count) => {
      const rounds = results.get(String(count));
      const name = `${count.toLocaleString('en')} numbers`;
      return [name, ...measurementCells(rounds), ratio(rounds, first).toFixed(2)];
    }),
  ]);
}
