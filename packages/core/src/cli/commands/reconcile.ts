import type { ReconcileReport, ReportedFinding } from '../../reconcile/index.ts';
import { count, formatMoney, formatSum, table } from '../format.ts';
import type { Terminal } from '../terminal.ts';
import { type Context, type ExitCode, print } from './context.ts';

const labels = { reading: 'Reading the account', checking: 'Looking again', repairing: 'Repairing' } as const;
const LINES_AT_MOST = 50;

/** `reconcile [--repair]` */
export async function reconcile(context: Context): Promise<ExitCode> {
  const { numberkit, command, terminal, bar } = context;
  const report = await numberkit.reconcile({
    repair: command.options.repair === true,
    onProgress: ({ phase, done, total }) => bar.show(labels[phase], done, total),
  });
  bar.end();
  print(context, report, () => describe(report, terminal));
  return report.findings.every(({ repair }) => repair?.outcome === 'repaired') ? 0 : 1;
}

function describe(report: ReconcileReport, terminal: Terminal): string[] {
  const { atCarrier, ours, agreeing, underWay, foreign, findings, caution, counts } = report;
  const known = [
    `${agreeing} agree`,
    underWay > 0 ? `${underWay} under way` : '',
    `${foreign} not ours`,
  ].filter((text) => text !== '');
  const lines = [
    `${count(atCarrier, 'number')} at the carrier, ${ours} in our records: ${known.join(', ')}.`,
  ];
  if (caution !== null) lines.push('', terminal.paint('warn', `! ${caution}`));
  if (findings.length === 0) return [...lines, `${terminal.paint('good', '✓')} No differences.`];
  const rows = findings
    .slice(0, LINES_AT_MOST)
    .map((finding) => [
      finding.kind,
      finding.phoneNumber ?? finding.operationId ?? '',
      finding.tenantId ?? '',
      finding.monthlyCost ? formatMoney(finding.monthlyCost) : '',
      tellOf(finding),
    ]);
  const [header = '', ...body] = table(['kind', 'number', 'tenant', 'a month', 'what'], rows);
  const more = findings.length - rows.length;
  lines.push('', terminal.paint('dim', header), ...body);
  if (more > 0) lines.push(terminal.paint('dim', `and ${more} more; --json shows all`));
  const cost = counts.orphan > 0 ? ` Orphans cost ${formatSum(report.orphanCost)} a month.` : '';
  return [...lines, '', `${count(findings.length, 'finding')}.${cost}${nextStep(report)}`];
}

function tellOf(finding: ReportedFinding): string {
  if (finding.repair) return `${finding.repair.outcome}: ${finding.repair.detail}`;
  switch (finding.kind) {
    case 'orphan':
      return finding.why;
    case 'ghost':
      return `gone at the carrier, ${finding.state} here`;
    case 'drift':
      return finding.fields.map(({ field }) => field).join(', ');
    case 'stuck':
      return `open since ${finding.since.toISOString()}`;
  }
}

function nextStep({ repairing, findings }: ReconcileReport): string {
  if (!repairing) return ' Repair: numberkit reconcile --repair';
  const repaired = findings.filter(({ repair }) => repair?.outcome === 'repaired').length;
  return ` ${repaired} repaired.`;
}
