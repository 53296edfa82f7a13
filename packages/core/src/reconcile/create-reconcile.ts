import { isNumberkitError } from '../errors.ts';
import { describePhoneNumber } from '../numbers/index.ts';
import { cautionAboutGhosts } from './caution.ts';
import type { Finding, Repair, ReportedFinding } from './finding.ts';
import { inTurns } from './in-turns.ts';
import { type AccountReading, readAccount } from './read-account.ts';
import { confirm } from './read-pair.ts';
import type { ReconcileDeps } from './reconcile-deps.ts';
import {
  adoptOrphan,
  completePolicy,
  type FullPolicy,
  markLost,
  type RepairPolicy,
  repointDrift,
} from './repair/index.ts';
import { bySeverity, countKinds, type ReconcileReport, sumByCurrency } from './report.ts';
import { findStuck, settleStuck } from './stuck.ts';

/** How far it is; `total` is null while nobody can know. */
export interface ReconcileProgress {
  readonly phase: 'reading' | 'checking' | 'repairing';
  readonly done: number;
  readonly total: number | null;
}

/** What one run may do. */
export interface ReconcileRequest {
  /** Default `false`: only a report. */
  readonly repair?: boolean;
  readonly onProgress?: (progress: ReconcileProgress) => void;
  /** Asked now and again; `false` from it stops the run. */
  readonly keep?: () => Promise<boolean>;
}

/** Compares our records with the carrier account; see {@link createReconcile}. */
export type Reconcile = (request?: ReconcileRequest) => Promise<ReconcileReport>;

/** How many numbers are looked at again or repaired at a time; the adapter slows down by itself when told to. */
const WIDTH = 8;
/** With more missing than this, what a few of them do in the meantime does not change the picture. */
const GHOSTS_LOOKED_AT = 20;

/**
 * Reads the whole carrier account and all our records, and says where they differ; with `repair`, puts it right as far
 * as the policy allows. Numbers of the account that are not ours are counted and never touched.
 *
 * Several may run at once: each finding is looked at again before it is told or repaired, and each repair is
 * conditional on what was seen.
 *
 * @throws NumberkitError of `carrierErrors` when the account cannot be read to its end
 */
export function createReconcile(deps: ReconcileDeps, policy: RepairPolicy): Reconcile {
  const full = completePolicy(policy);
  return async ({ repair = false, onProgress = () => undefined, keep = async () => true } = {}) => {
    const startedAt = deps.clock.now();
    const stuck = await findStuck(deps);
    const settled =
      repair && full.stuck === 'settle' ? await settleStuck(deps, stuck) : stuck.map(unrepaired(repair));
    const reading = await readAccount(deps, async (done) => {
      onProgress({ phase: 'reading', done, total: null });
      return keep();
    });
    if (!reading) return draftReport(deps, startedAt, repair, emptyReading, settled, null, false);
    const caution = await beCautious(deps, reading);
    const run = { repair, policy: full, caution };
    let done = 0;
    let kept = true;
    const total = reading.candidates.length;
    const checked = await inTurns(reading.candidates, WIDTH, async (candidate) => {
      kept = kept && (await keep());
      const finding = kept ? await lookAgain(deps, candidate, run) : undefined;
      done += 1;
      onProgress({ phase: repair ? 'repairing' : 'checking', done, total });
      return finding ?? [];
    });
    return draftReport(deps, startedAt, repair, reading, [...settled, ...checked.flat()], caution, kept);
  };
}

const emptyReading: AccountReading = {
  atCarrier: 0,
  agreeing: 0,
  underWay: 0,
  foreign: 0,
  ours: 0,
  candidates: [],
};

/** Counts the ghosts that stay ghosts when looked at again, unless there are so many that it makes no difference. */
async function beCautious(deps: ReconcileDeps, { ours, candidates }: AccountReading): Promise<string | null> {
  const ghosts = candidates.filter(({ kind }) => kind === 'ghost');
  if (ghosts.length > GHOSTS_LOOKED_AT) return cautionAboutGhosts(ours, ghosts.length);
  const gone = await inTurns(ghosts, WIDTH, async ({ phoneNumber }) => {
    const pair = await confirm(deps, phoneNumber ?? '', 'ghost');
    return pair ? [pair] : [];
  });
  return cautionAboutGhosts(ours, gone.flat().length);
}

interface Run {
  readonly repair: boolean;
  readonly policy: FullPolicy;
  readonly caution: string | null;
}

const BY_POLICY: Repair = { outcome: 'left', detail: 'policy: report only' };

function unrepaired(repair: boolean) {
  return (finding: Finding): ReportedFinding => ({ ...finding, repair: repair ? BY_POLICY : null });
}

/** @returns `undefined` when there is nothing wrong with it any more. */
async function lookAgain(
  deps: ReconcileDeps,
  candidate: Finding,
  run: Run,
): Promise<ReportedFinding | undefined> {
  const { phoneNumber, kind } = candidate;
  const distrusted = kind === 'ghost' && run.caution !== null;
  // Differing settings harm nobody by being told a moment too late; a whole estate may have them at once.
  if (phoneNumber === null || distrusted || (kind === 'drift' && !run.repair)) {
    const repair: Repair | null =
      run.repair && distrusted ? { outcome: 'left', detail: 'too many at once, see the caution' } : null;
    return { ...candidate, repair };
  }
  try {
    const pair = await confirm(deps, phoneNumber, kind);
    if (!pair) return undefined;
    const finding = await priced(deps, pair.finding);
    if (!run.repair) return { ...finding, repair: null };
    return { ...finding, repair: await repairOne(deps, pair, run.policy) };
  } catch (error) {
    const detail = isNumberkitError(error) ? error.code : error instanceof Error ? error.name : 'internal';
    return { ...candidate, repair: run.repair ? { outcome: 'failed', detail } : null };
  }
}

async function repairOne(
  deps: ReconcileDeps,
  pair: Parameters<typeof adoptOrphan>[1],
  policy: FullPolicy,
): Promise<Repair> {
  switch (pair.finding.kind) {
    case 'orphan':
      return policy.orphans === 'report' ? BY_POLICY : adoptOrphan(deps, pair, policy);
    case 'ghost':
      return policy.ghosts === 'report' ? BY_POLICY : markLost(deps, pair);
    case 'drift':
      return policy.drift === 'report' ? BY_POLICY : repointDrift(deps, pair);
  }
}

/** Nobody noted what an orphan costs; the carrier's list does. */
async function priced<F extends Finding>(deps: ReconcileDeps, finding: F): Promise<F> {
  if (finding.monthlyCost !== null || finding.phoneNumber === null) return finding;
  const facts = await describePhoneNumber(finding.phoneNumber);
  return facts ? { ...finding, monthlyCost: await deps.priceOf(facts.country, facts.type) } : finding;
}

function draftReport(
  deps: ReconcileDeps,
  startedAt: Date,
  repairing: boolean,
  reading: AccountReading,
  findings: readonly ReportedFinding[],
  caution: string | null,
  complete: boolean,
): ReconcileReport {
  const { candidates, ...counted } = reading;
  const orphans = findings.filter(({ kind }) => kind === 'orphan');
  return {
    startedAt,
    finishedAt: deps.clock.now(),
    repairing,
    complete,
    ...counted,
    counts: countKinds(findings),
    orphanCost: sumByCurrency(orphans.map(({ monthlyCost }) => monthlyCost)),
    caution,
    findings: bySeverity(findings),
  };
}
