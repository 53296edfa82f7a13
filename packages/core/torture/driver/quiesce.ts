import type { ReconcileReport } from '../../src/reconcile/index.ts';
import type { SweepName } from '../../src/sweeps/index.ts';
import type { CarrierControl } from '../carrier/control.ts';
import type { TortureDatabase } from '../database/torture-database.ts';
import type { Action } from '../plan/action.ts';
import type { Fleet } from './fleet.ts';
import type { HostProcess } from './host-process.ts';

const MINUTE = 60_000;
/**
 * Pauses before each look, so that every lease and every retry pause runs out: the shortest is longer than a lease and
 * than the time for which a new number may be missing at the carrier; a release that failed often waits for hours.
 */
const PAUSES = [12, 6, 20, 60, 180, 400, 400, 400].map((minutes) => minutes * MINUTE);
/** Operations that one sweep takes up are fewer than a bad round leaves behind. */
const SWEEPS_PER_LOOK = 8;

/**
 * Lets all sweeps run until nothing is open and the reconciler finds nothing any more.
 * @returns what stays wrong for ever; empty when all is well.
 */
export async function quiesce(
  fleet: Fleet,
  hosts: readonly HostProcess[],
  database: TortureDatabase,
  control: CarrierControl,
): Promise<string> {
  let wrong = '';
  for (const [look, pause] of PAUSES.entries()) {
    fleet.jump(pause);
    await control.advance(pause);
    const asker = createAsker(hosts, look);
    for (let turn = 0; turn < SWEEPS_PER_LOOK; turn += 1) {
      await asker('settle-operations');
      if ((await openOperations(database)) === 0) break;
    }
    await asker('reclaim');
    const findings = await asker('reconcile');
    const open = await openOperations(database);
    if (open === 0 && findings === '') return '';
    wrong = `${open} operations are open; ${findings || 'the reconciler finds nothing'}`;
  }
  return wrong;
}

/** Asks the hosts in turn to sweep. @returns of a reconciliation: what it found. */
function createAsker(hosts: readonly HostProcess[], look: number) {
  let turn = 0;
  return async (sweep: SweepName): Promise<string> => {
    turn += 1;
    const host = hosts[(look + turn) % hosts.length];
    const action: Action = { id: `quiet ${look}.${turn} ${sweep}`, kind: 'sweep', sweep };
    const answer = await host?.act(action);
    if (answer?.outcome !== 'ok') return `the sweep ${sweep} failed: ${JSON.stringify(answer)}`;
    // What `sweeps.run` answers, through JSON.
    const ran = answer.value as { outcome: string; report?: Pick<ReconcileReport, 'counts' | 'findings'> };
    if (ran.outcome !== 'ran') return `the sweep ${sweep} is ${ran.outcome}`;
    if (sweep !== 'reconcile' || !ran.report) return '';
    return ran.report.findings
      .map(
        ({ kind, phoneNumber, repair }) =>
          `${kind} ${phoneNumber ?? ''} (${repair?.detail ?? 'not repaired'})`,
      )
      .join(', ');
  };
}

async function openOperations(database: TortureDatabase): Promise<number> {
  const sql = `select count(*) as open from numberkit_operations where state in ('intended', 'unknown')`;
  const [row] = await database.query(sql);
  return Number(row?.open ?? 0);
}
