import { Kysely } from 'kysely';
import { type Clock, systemClock } from '../../../clock.ts';
import type { Vault } from '../../../privacy/index.ts';
import type { Storage } from '../../storage.ts';
import { assembleStorage } from '../assemble-storage.ts';
import type { RouteRow } from '../route-store.ts';
import type { Database } from '../schema.ts';
import { createClaimAtOnce } from './claim-at-once.ts';
import { postgresDialect } from './postgres-dialect.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { preparedQuery } from './prepared-query.ts';
import { retryTransaction } from './retry-transaction.ts';

/** Puts the stores on top of the host's pool; the part of the adapter that loads Kysely. Connects to nothing yet. */
export async function openPostgres(
  { pool, schema }: PostgresOptions,
  vault: Vault,
  clock: Clock = systemClock,
): Promise<Storage> {
  let closed = false;
  const prepare = (text: string) => preparedQuery(pool, () => closed, text);
  const plain = new Kysely<Database>({ dialect: postgresDialect(pool, () => closed) });
  const db = schema === undefined ? plain : plain.withSchema(schema);
  const storage = assembleStorage({
    engine: 'postgres',
    schema,
    vault,
    reads: db,
    writes: db,
    routeQueries: {
      prepareRoute(statement) {
        const find = prepare(statement);
        // The statement was compiled for rows of this shape.
        return async (index) => (await find([index]))[0] as RouteRow | undefined;
      },
    },
    // READ COMMITTED whatever the server's default: the conditional statements need nothing stronger, and a
    // stronger level would turn every lost race into an error.
    transact: (work) =>
      retryTransaction(() => db.transaction().setIsolationLevel('read committed').execute(work), clock),
    close: async () => {
      closed = true;
    },
  });
  const claimAtOnce = createClaimAtOnce(prepare, vault, schema);
  return { ...storage, pooled: { ...storage.pooled, claimAtOnce } };
}
