import type { Pool as PostgresPool } from 'pg';
import type { Pool } from '../../src/pool/index.ts';

/** One way to give a number to a client; answers the number's id, or undefined when there is none left. */
export interface Contender {
  readonly name: string;
  /** Puts all numbers back. */
  reset(): Promise<void>;
  claim(client: number, turn: number): Promise<string | undefined>;
}

/** `pool.claim` as a host calls it: atomic, idempotent, counted against limits, written to the trail. */
export function ours(pool: Pool, database: PostgresPool, schema: string): Contender {
  let round = 0;
  return {
    name: 'pool.claim',
    async reset() {
      round += 1;
      await database.query(
        `UPDATE ${schema}.numberkit_numbers SET state = 'pooled', tenant_id = NULL, activated_at = NULL`,
      );
      await database.query(`DELETE FROM ${schema}.numberkit_limits`);
      await database.query(`VACUUM ANALYZE ${schema}.numberkit_numbers`);
    },
    async claim(client, turn) {
      try {
        const idempotencyKey = `${round}-${turn}`;
        return (await pool.claim({ tenantId: `tenant-${client}`, areaCode: '415', idempotencyKey })).id;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'pool-empty') return undefined;
        throw error;
      }
    },
  };
}

/** What one writes by hand: lock a free row, mark it, commit. No key, no limits, no trail. */
export function byHand(database: PostgresPool, schema: string): Contender {
  return {
    name: 'hand-written',
    async reset() {
      await database.query(`UPDATE ${schema}.by_hand SET state = 'pooled', tenant_id = NULL`);
      await database.query(`VACUUM ANALYZE ${schema}.by_hand`);
    },
    async claim(client) {
      const connection = await database.connect();
      try {
        await connection.query('BEGIN');
        const { rows } = await connection.query<{ id: string }>(
          `SELECT id FROM ${schema}.by_hand WHERE state = 'pooled' AND area_code = $1
             ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
          ['415'],
        );
        const id = rows[0]?.id;
        if (id !== undefined) {
          await connection.query(
            `UPDATE ${schema}.by_hand SET state = 'assigned', tenant_id = $1, activated_at = now() WHERE id = $2`,
            [`tenant-${client}`, id],
          );
        }
        await connection.query('COMMIT');
        return id;
      } finally {
        connection.release();
      }
    },
  };
}
