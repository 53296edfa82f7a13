import type { Carrier, NumberSettings } from '../carrier/index.ts';
import type { Clock } from '../clock.ts';
import type { Reconcile, ReconcileReport } from '../reconcile/index.ts';
import type { Sweeps } from '../sweeps/index.ts';
import { type Check, skipped } from './check.ts';
import { checkCarrier } from './check-carrier.ts';
import { checkEstate } from './check-estate.ts';
import { type AskAddress, checkPublicUrl } from './check-public-url.ts';
import { checkStorage, type InspectedStorage } from './check-storage.ts';
import { checkSweeps } from './check-sweeps.ts';

/** What the doctor needs from outside. */
export interface DoctorDeps {
  readonly carrier: Carrier;
  readonly settings: NumberSettings;
  readonly clock: Clock;
  /** Opens the database a second time, as it is, without migrating it. */
  readonly connect: () => Promise<InspectedStorage>;
  /** Of the database, without credentials. */
  readonly description: string;
  /** Ids of the keys in the ring. */
  readonly keyIds: readonly string[];
  readonly reconcile: Reconcile;
  readonly sweeps: Sweeps;
  /** Sends a POST without a signature. */
  readonly ask: AskAddress;
}

/** What the doctor found. */
export interface DoctorReport {
  /** Nothing has failed; there may be warnings. */
  readonly healthy: boolean;
  readonly checks: readonly Check[];
  /** The comparison with the carrier account; null when it could not be made. */
  readonly reconcile: ReconcileReport | null;
}

/** Looks at the whole set-up; see `Numberkit.doctor`. */
export type Doctor = (request?: { readonly repair?: boolean }) => Promise<DoctorReport>;

/** See {@link Doctor}. What fails is told in the report; nothing is thrown for it. */
export function createDoctor(deps: DoctorDeps): Doctor {
  return async ({ repair = false } = {}) => {
    const carrier = await checkCarrier(deps.carrier);
    const storage = await checkStorage(deps.connect, deps.description, deps.keyIds, repair);
    const address = await checkPublicUrl(deps.settings, deps.ask);
    const reachable = storage.usable && carrier.outcome !== 'failed';
    const sweeps = storage.usable ? await checkSweeps(deps.sweeps, deps.clock) : skipped('sweeps', UNREADY);
    const estate = reachable
      ? await checkEstate(deps.reconcile, repair)
      : { checks: [skipped('webhooks', UNREADY), skipped('reconcile', UNREADY)], report: null };
    const checks: readonly Check[] = [carrier, ...storage.checks, ...address, sweeps, ...estate.checks];
    const healthy = checks.every(({ outcome }) => outcome !== 'failed');
    return { healthy, checks, reconcile: estate.report };
  };
}

const UNREADY = 'Repair what failed above first.';
