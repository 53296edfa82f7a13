// pnpm torture --engine sqlite|postgres --rounds N --seed S
import { parseArgs } from 'node:util';
import { startPostgres } from '../test/start-postgres.ts';
import {
  createPostgresDatabase,
  createSqliteDatabase,
  type TortureDatabase,
} from './database/torture-database.ts';
import { runTorture } from './driver/run-torture.ts';
import type { TortureResult } from './driver/tally.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 1_000_000)) },
  },
});
const { engine } = values;
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const usable =
  (engine === 'sqlite' || engine === 'postgres') && Number.isInteger(rounds) && Number.isInteger(seed);
if (!usable || rounds < 1) {
  console.error('Usage: pnpm torture --engine sqlite|postgres --rounds N --seed S (whole numbers)');
  process.exit(2);
}

const result = engine === 'sqlite' ? await onSqlite() : await onPostgres();
const { double, lost, leaked, stuck } = result;
const failed = double + lost + leaked + stuck > 0;
if (failed) {
  console.error(
    `\nTo run the same plan again: pnpm torture --engine ${engine} --rounds ${rounds} --seed ${seed}`,
  );
}
console.log(JSON.stringify(result));
process.exit(failed ? 1 : 0);

async function onSqlite(): Promise<TortureResult> {
  return runOn(createSqliteDatabase());
}

async function onPostgres(): Promise<TortureResult> {
  const server = await startPostgres();
  try {
    return await runOn(await createPostgresDatabase(server.url));
  } finally {
    await server.stop();
  }
}

async function runOn(database: TortureDatabase): Promise<TortureResult> {
  try {
    return await runTorture(database, { rounds, seed, say: console.error });
  } finally {
    await database.drop();
  }
}
