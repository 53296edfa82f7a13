import type { ForwardingDeps } from '../forwarding-deps.ts';
import type { DriveTest } from './drive-test.ts';

/** What one run did. */
export interface SettleTestsReport {
  /** Tests moved on. */
  readonly driven: number;
  /** Of them, done now. */
  readonly done: number;
}

const BATCH = 20;
/** A run stays with the tests it found: a cron that comes once a minute must not miss how long a line rang. */
const STAY = 110_000;
/** Often enough that no turn is missed. */
const STEP = 500;

/**
 * The sweep `settle-forwarding-tests`: drives tests that nobody looks at, to their end. Any number of processes may run
 * it; each step of a test is leased to one of them.
 */
export async function settleTests(deps: ForwardingDeps, drive: DriveTest): Promise<SettleTestsReport> {
  const { forwardingTests } = await deps.open();
  const until = deps.clock.now().getTime() + STAY;
  const driven = new Set<string>();
  const open = new Set<string>();
  while (deps.clock.now().getTime() < until) {
    for (const { id } of await forwardingTests.listDue(deps.clock.now(), BATCH)) {
      driven.add(id);
      open.add(id);
    }
    for (const id of open) {
      await drive(id).catch(deps.report(`test ${id} could not be driven`));
      if ((await forwardingTests.get(id))?.stage === 'done') open.delete(id);
    }
    if (open.size === 0) break;
    await deps.clock.sleep(STEP);
  }
  return { driven: driven.size, done: driven.size - open.size };
}
