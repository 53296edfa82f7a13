import type { Operation } from '../ledger/index.ts';
import type { Repair, ReportedFinding, Stuck } from './finding.ts';
import type { ReconcileDeps } from './reconcile-deps.ts';

const MINUTE = 60_000;
/** A sweep that settles comes by every few seconds; what is due for that long, nobody looks at. */
const OVERDUE_MILLISECONDS = 10 * MINUTE;
/** An outcome that is open for a day is worth a look, however often it was tried. */
const OLD_MILLISECONDS = 24 * 60 * MINUTE;
const AT_MOST = 1_000;

/** Operations whose outcome has been open for long. */
export async function findStuck(deps: ReconcileDeps): Promise<readonly Stuck[]> {
  const { estate, numbers } = await deps.open();
  const now = deps.clock.now().getTime();
  const due = new Date(now - OVERDUE_MILLISECONDS);
  const operations = await estate.overdue(due, new Date(now - OLD_MILLISECONDS), AT_MOST);
  const findings: Stuck[] = [];
  for (const operation of operations) {
    const number = await numbers.get(operation.numberId);
    findings.push({
      kind: 'stuck',
      severity: 'critical',
      phoneNumber: number?.phoneNumber ?? null,
      carrierSid: number?.carrierSid ?? null,
      numberId: operation.numberId,
      tenantId: operation.tenantId,
      operationId: operation.id,
      monthlyCost: operation.price,
      since: operation.leaseUntil,
      remedy: remedyOf(operation, due),
    });
  }
  return findings;
}

function remedyOf(operation: Operation, due: Date): string {
  if (operation.leaseUntil <= due) return 'Run the sweep settle-operations, and see that something runs it.';
  return `Tried ${operation.calls} times, last failure ${operation.failure ?? 'unknown'}: look at the carrier.`;
}

/** Has them settled, and says which are. */
export async function settleStuck(
  deps: ReconcileDeps,
  findings: readonly Stuck[],
): Promise<readonly ReportedFinding[]> {
  if (findings.length === 0) return [];
  // The sweep takes a batch at a time, and each operation once in its lease.
  for (let settled = 0; settled < findings.length; settled += SETTLE_BATCH) await deps.settleOperations();
  const { operations } = await deps.open();
  const reported: ReportedFinding[] = [];
  for (const finding of findings) {
    const operation = finding.operationId === null ? undefined : await operations.get(finding.operationId);
    reported.push({ ...finding, repair: outcomeOf(operation) });
  }
  return reported;
}

const SETTLE_BATCH = 20;

function outcomeOf(operation: Operation | undefined): Repair {
  if (operation?.state === 'done' || operation?.state === 'refused') {
    return { outcome: 'repaired', detail: `settled as ${operation.state}` };
  }
  return { outcome: 'failed', detail: 'the carrier gives no clear answer yet' };
}
