import { isNumberkitError } from '../errors.ts';
import type { Reconcile, ReconcileReport } from '../reconcile/index.ts';
import { type Check, failed, ok, skipped, warning } from './check.ts';

/** Findings that are still there. */
function open(report: ReconcileReport) {
  return report.findings.filter(({ repair }) => repair?.outcome !== 'repaired');
}

/** Do the numbers at the carrier send their calls to us, and do both sides know the same numbers? */
export async function checkEstate(
  reconcile: Reconcile,
  repair: boolean,
): Promise<{ readonly checks: readonly Check[]; readonly report: ReconcileReport | null }> {
  try {
    const report = await reconcile({ repair });
    return { checks: [checkWebhooks(report), checkReconcile(report)], report };
  } catch (error) {
    if (!isNumberkitError(error)) throw error;
    const check = failed('reconcile', `The account could not be compared: ${error.message}`, error.hint);
    return { checks: [skipped('webhooks', 'The carrier account could not be read.'), check], report: null };
  }
}

function checkWebhooks(report: ReconcileReport): Check {
  const drifted = open(report).filter(({ kind }) => kind === 'drift').length;
  if (drifted === 0) return ok('webhooks', `All of our ${report.ours} numbers send their calls here.`);
  return failed(
    'webhooks',
    `${drifted} of our ${report.ours} numbers are set up differently at the carrier.`,
    'Run: npx numberkit reconcile --repair',
  );
}

function checkReconcile(report: ReconcileReport): Check {
  const others = open(report).filter(({ kind }) => kind !== 'drift');
  if (report.caution !== null) {
    return failed('reconcile', report.caution, 'Check the account SID, and that this is the right database.');
  }
  const repaired = report.findings.length - open(report).length;
  const done = repaired > 0 ? `${repaired} repaired, ` : '';
  if (others.length === 0) {
    return ok(
      'reconcile',
      `${done}${report.foreign} numbers of the account are not ours and were left alone.`,
    );
  }
  const counts = (['orphan', 'ghost', 'stuck'] as const)
    .map((kind) => [others.filter((finding) => finding.kind === kind).length, kind] as const)
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`);
  const check = others.some(({ severity }) => severity === 'critical') ? failed : warning;
  return check('reconcile', `${done}found ${counts.join(', ')}.`, 'Run: npx numberkit reconcile --repair');
}
