import { randomBytes } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { expect, inject, onTestFinished, test } from 'vitest';
import { type PgBossInstance, runSweepsOnPgBoss } from '../../src/sweeps/pg-boss/index.ts';

/** A PgBoss on a schema of its own. */
async function startBoss(schema = `boss_${randomBytes(6).toString('hex')}`): Promise<PgBoss> {
  const boss = await new PgBoss({ connectionString: inject('postgresUrl'), schema, max: 4 }).start();
  onTestFinished(() => boss.stop({ graceful: false, close: true }));
  return boss;
}

const names = ['settle-operations', 'reconcile'] as const;

test('every sweep has a queue, a schedule and a worker, and a job runs it', async () => {
  const boss = await startBoss();
  const ran = Promise.withResolvers<string>();
  const run = async (name: string) => {
    ran.resolve(name);
    return { name: 'reconcile', outcome: 'ran', report: null } as const;
  };
  const stop = await runSweepsOnPgBoss({ sweeps: { names, run } }, boss, {
    schedule: { reconcile: '0 3 * * *' },
  });
  const schedules = await boss.getSchedules();
  expect(schedules.map(({ name, cron }) => [name, cron]).sort()).toEqual([
    ['numberkit-reconcile', '0 3 * * *'],
    ['numberkit-settle-operations', '* * * * *'],
  ]);
  await boss.send('numberkit-reconcile');
  expect(await ran.promise).toBe('reconcile');
  await stop();
});

test('calling it in every process of a fleet, and again after a restart, changes nothing', async () => {
  const schema = `boss_${randomBytes(6).toString('hex')}`;
  const run = async () => ({ name: 'reconcile', outcome: 'held' }) as const;
  for (const boss of [await startBoss(schema), await startBoss(schema)]) {
    await runSweepsOnPgBoss({ sweeps: { names, run } }, boss, { schedule: { 'settle-operations': null } });
    expect((await boss.getSchedules()).map(({ name }) => name)).toEqual(['numberkit-reconcile']);
  }
});

test('while a sweep runs, at most one more job of it waits', async () => {
  const boss = await startBoss();
  const open = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const run = async () => {
    started.resolve();
    await open.promise;
    return { name: 'reconcile', outcome: 'held' } as const;
  };
  const instance: PgBossInstance = boss;
  await runSweepsOnPgBoss({ sweeps: { names, run } }, instance);
  await boss.send('numberkit-reconcile');
  await started.promise;
  expect(await boss.send('numberkit-reconcile')).not.toBeNull();
  expect(await boss.send('numberkit-reconcile')).toBeNull();
  open.resolve();
});
