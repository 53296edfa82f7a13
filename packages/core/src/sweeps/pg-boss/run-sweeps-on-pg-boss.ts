import type { SweepName, Sweeps } from '../index.ts';

/** What is used of a started `PgBoss` of pg-boss 12, described so that the package is not imported. */
export interface PgBossInstance {
  createQueue(
    name: string,
    options?: { policy?: string; retryLimit?: number; expireInSeconds?: number },
  ): Promise<void>;
  schedule(name: string, cron: string, data?: object | null): Promise<void>;
  unschedule(name: string): Promise<void>;
  work(name: string, handler: (jobs: { readonly id: string }[]) => Promise<unknown>): Promise<string>;
  offWork(name: string): Promise<void>;
}

/** When each sweep runs. */
export interface PgBossOptions {
  /** Cron expressions in UTC, five fields; `null` takes a sweep off the schedule. */
  readonly schedule?: Partial<Readonly<Record<SweepName, string | null>>>;
  /** What queue names begin with. Default `numberkit`. */
  readonly prefix?: string;
}

const defaults: Readonly<Record<SweepName, string>> = {
  'settle-operations': '* * * * *',
  'replenish-pool': '*/5 * * * *',
  'keep-alive': '17 */6 * * *',
  reclaim: '*/5 * * * *',
  'settle-forwarding-tests': '* * * * *',
  'recheck-forwardings': '* * * * *',
  'fill-calls': '37 */6 * * *',
  reconcile: '47 */6 * * *',
};

/** A sweep takes up due work that is still due at the next run, so a job that failed is not repeated. */
const QUEUE = {
  // At most one job waits and one runs in each queue, however long a run takes.
  policy: 'stately',
  retryLimit: 0,
  expireInSeconds: 3_600,
};

/**
 * Runs the sweeps as jobs of pg-boss, on a PostgreSQL that a fleet shares: one queue and one cron schedule per sweep,
 * in every process that calls this a worker for each. Use it instead of `numberkit.start()`.
 *
 * Rejects with what pg-boss rejects with.
 *
 * @param boss a started instance of pg-boss 12.
 * @returns stops this process's workers; the schedules stay, for the other processes.
 * @example
 * const boss = await new PgBoss(process.env.DATABASE_URL).start();
 * const stop = await runSweepsOnPgBoss(numberkit, boss);
 */
export async function runSweepsOnPgBoss(
  numberkit: { readonly sweeps: Pick<Sweeps, 'names' | 'run'> },
  boss: PgBossInstance,
  options: PgBossOptions = {},
): Promise<() => Promise<void>> {
  const { sweeps } = numberkit;
  const prefix = options.prefix ?? 'numberkit';
  const working: string[] = [];
  for (const name of sweeps.names) {
    const cron = options.schedule?.[name];
    const queue = `${prefix}-${name}`;
    await boss.createQueue(queue, QUEUE);
    if (cron === null) {
      await boss.unschedule(queue);
      continue;
    }
    await boss.work(queue, () => sweeps.run(name));
    working.push(queue);
    await boss.schedule(queue, cron ?? defaults[name]);
  }
  return async () => {
    for (const queue of working) await boss.offWork(queue);
  };
}
