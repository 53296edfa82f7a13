import { expect, inject, test } from 'vitest';
import { createPostgresDatabase, createSqliteDatabase } from '../../torture/database/torture-database.ts';
import { runTorture } from '../../torture/driver/run-torture.ts';

/** `pnpm torture` runs fifty; these are a look at whether it still can. */
const ROUNDS = 5;
const SEED = 20_261_122;
const PATIENCE = 300_000;

const engines = [
  { name: 'SQLite', create: async () => createSqliteDatabase() },
  { name: 'PostgreSQL', create: () => createPostgresDatabase(inject('postgresUrl')) },
];

test.each(engines)(
  'on $name, hosts killed at random and a faulty carrier buy nothing twice, lose nothing and leave nothing open',
  async ({ create }) => {
    const database = await create();
    const said: string[] = [];
    try {
      const result = await runTorture(database, {
        rounds: ROUNDS,
        seed: SEED,
        say: (line) => said.push(line),
      });
      expect(result, said.join('\n')).toMatchObject({
        rounds: ROUNDS,
        double: 0,
        lost: 0,
        leaked: 0,
        stuck: 0,
      });
      // Else it proved nothing.
      expect(result.kills).toBeGreaterThanOrEqual(ROUNDS);
      expect(result.faults).toBeGreaterThanOrEqual(20 * ROUNDS);
      expect(result.purchases).toBeGreaterThanOrEqual(5 * ROUNDS);
    } finally {
      await database.drop();
    }
  },
  PATIENCE,
);
