import type { SweepLogStore } from '../../sweeps/index.ts';
import { readOptionalTime, readTime, writeTime } from './column-values.ts';
import type { Connections } from './schema.ts';

export function createSweepLogStore({ reads, writes }: Connections): SweepLogStore {
  return {
    async started(name, at) {
      const run = { started_at: writeTime(at), finished_at: null, failure: null };
      await writes
        .insertInto('numberkit_sweeps')
        .values({ name, ...run })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(run))
        .execute();
    },
    async finished(name, at, failure) {
      await writes
        .updateTable('numberkit_sweeps')
        .set({ finished_at: writeTime(at), failure })
        .where('name', '=', name)
        .execute();
    },
    async list() {
      const rows = await reads.selectFrom('numberkit_sweeps').selectAll().orderBy('name').execute();
      return rows.map((row) => ({
        name: row.name,
        startedAt: readTime(row.started_at),
        finishedAt: readOptionalTime(row.finished_at),
        failure: row.failure,
      }));
    },
  };
}
