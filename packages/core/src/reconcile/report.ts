import type { Money } from '@numberkit/contract';
import type { FindingKind, ReportedFinding } from './finding.ts';

/** What one comparison of our records with the carrier account found. */
export interface ReconcileReport {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** Were repairs asked for? */
  readonly repairing: boolean;
  /** Did it see everything? `false`: another process took over in the middle. */
  readonly complete: boolean;
  /** Numbers in the carrier account, foreign ones included. */
  readonly atCarrier: number;
  /** Numbers in our records whose life is not over. */
  readonly ours: number;
  readonly agreeing: number;
  /** With an open operation: buying, being released, porting, or just bought. */
  readonly underWay: number;
  /** In the account for other purposes; only counted. */
  readonly foreign: number;
  /** How many findings there are of each kind. */
  readonly counts: Readonly<Record<FindingKind, number>>;
  /** What the orphans cost a month, by currency; those of unknown price left out. */
  readonly orphanCost: readonly Money[];
  /** Why ghosts were left alone although policy would mark them lost; null when nothing speaks against it. */
  readonly caution: string | null;
  /** Those that harm somebody now first. */
  readonly findings: readonly ReportedFinding[];
}

/** Counts by kind. */
export function countKinds(findings: readonly ReportedFinding[]): ReconcileReport['counts'] {
  const counts = { orphan: 0, ghost: 0, drift: 0, stuck: 0 };
  for (const { kind } of findings) counts[kind] += 1;
  return counts;
}

/** Sums money by currency. */
export function sumByCurrency(amounts: readonly (Money | null)[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const money of amounts) {
    if (money) sums.set(money.currency, (sums.get(money.currency) ?? 0) + money.amountMicros);
  }
  return [...sums].map(([currency, amountMicros]) => ({ amountMicros, currency }));
}

/** Critical ones first, else as they were found. */
export function bySeverity(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const rank = (finding: ReportedFinding) => (finding.severity === 'critical' ? 0 : 1);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}
