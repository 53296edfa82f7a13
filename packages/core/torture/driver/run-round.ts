import { setTimeout as wait } from 'node:timers/promises';
import type { CarrierProcess } from '../carrier/carrier-process.ts';
import type { CarrierControl } from '../carrier/control.ts';
import type { TortureDatabase } from '../database/torture-database.ts';
import type { PlannedRound, PlannedWave } from '../plan/plan-round.ts';
import type { Fleet } from './fleet.ts';
import type { HostProcess } from './host-process.ts';
import type { Journal } from './journal.ts';
import { quiesce } from './quiesce.ts';
import { runHost } from './run-host.ts';

/** All that a round works with. */
export interface Scene {
  readonly fleet: Fleet;
  readonly carrier: CarrierProcess;
  readonly control: CarrierControl;
  readonly database: TortureDatabase;
  readonly journal: Journal;
  /** E.164 of numbers that another program has in the account. */
  readonly foreign: ReadonlySet<string>;
  /** Hosts that are alive; none before the first round. */
  readonly hosts: readonly HostProcess[];
}

/** What happened in one round. */
export interface RoundRun {
  readonly kills: number;
  readonly faults: number;
  /** What stayed wrong after all sweeps; empty when all is well. */
  readonly unsettled: string;
  /** Hosts that are alive at its end. */
  readonly hosts: readonly HostProcess[];
}

/** Longer than every lease, so that the next wave's sweeps take over what dead hosts left. */
const LEASES_OVER_MILLISECONDS = 200_000;
/** Longer than any delay that the faults put on a request: what dead hosts had sent has arrived by then. */
const ARRIVED_MILLISECONDS = 600;

/** Runs the waves of a round, then lets the sweeps run until nothing is open. */
export async function runRound(scene: Scene, round: number, plan: PlannedRound): Promise<RoundRun> {
  const { fleet, control } = scene;
  for (const phoneNumber of plan.soldElsewhere) await control.sellElsewhere(phoneNumber);
  let kills = 0;
  let faults = 0;
  let { hosts } = scene;
  for (const [wave, planned] of plan.waves.entries()) {
    const run = await runWave({ ...scene, hosts }, round, wave, planned);
    kills += run.kills;
    faults += run.faults;
    hosts = run.hosts;
    await wait(ARRIVED_MILLISECONDS);
    fleet.jump(LEASES_OVER_MILLISECONDS);
    await control.advance(LEASES_OVER_MILLISECONDS);
  }
  const unsettled = await quiesce(fleet, hosts, scene.database, control);
  return { kills, faults, unsettled, hosts };
}

async function runWave(scene: Scene, round: number, wave: number, planned: PlannedWave) {
  const { fleet, carrier, control, journal, hosts } = scene;
  await meddle(scene, planned);
  await control.addFaults(planned.faults);
  let faults = 0;
  const restart = async (after: number) => {
    await wait(after);
    faults += await control.clearFaults();
    await carrier.restart();
    fleet.moveCarrier();
    await control.addFaults(planned.faults);
  };
  const restarted = planned.carrierRestart === null ? undefined : restart(planned.carrierRestart);
  const runs = await Promise.all(
    planned.hosts.map((plan, place) =>
      runHost(fleet, hosts[place], plan, (action, answer) => journal.note({ round, wave, action, answer })),
    ),
  );
  await restarted;
  faults += await control.clearFaults();
  const kills = runs.reduce((sum, run) => sum + run.kills, 0);
  return { faults, kills, hosts: runs.map(({ host }) => host) };
}

async function meddle({ control, foreign }: Scene, { meddling }: PlannedWave): Promise<void> {
  for (const { share, change } of meddling) {
    const ours = (await control.numbers()).filter(({ phoneNumber }) => !foreign.has(phoneNumber));
    const number = ours[Math.floor(share * ours.length)];
    if (number) await control.meddle(number.sid, change);
  }
}
