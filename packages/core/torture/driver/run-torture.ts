import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCarrier } from '../carrier/carrier-process.ts';
import { createControl } from '../carrier/control.ts';
import { checkWorld } from '../check/check-world.ts';
import { tellViolation } from '../check/tell-violation.ts';
import type { Violation, World } from '../check/violation.ts';
import { readRecords } from '../database/read-records.ts';
import type { TortureDatabase } from '../database/torture-database.ts';
import { planRound } from '../plan/plan-round.ts';
import { readShelf, type Shelf } from '../plan/shelf.ts';
import { FOREIGN } from '../settings.ts';
import { createFleet } from './fleet.ts';
import type { HostProcess } from './host-process.ts';
import { createJournal } from './journal.ts';
import { runRound, type Scene } from './run-round.ts';
import { createTally, type Tally, type TortureResult } from './tally.ts';

/** A run. The same seed plans the same actions, faults and deaths; how the processes interleave differs. */
export interface TortureOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Told what happened, for people. */
  readonly say: (line: string) => void;
}

/** Runs round after round until one leaves something wrong. */
export async function runTorture(database: TortureDatabase, options: TortureOptions): Promise<TortureResult> {
  const folder = mkdtempSync(join(tmpdir(), 'numberkit-torture-carrier-'));
  const carrier = await startCarrier(join(folder, 'account.json'), options.seed);
  const control = createControl(carrier.url);
  const fleet = createFleet(database.address, carrier.url);
  const journal = createJournal();
  const tally = createTally(database.address.engine, options.seed);
  try {
    const shelf = await readShelf(control);
    for (const number of shelf.foreign) await control.buyForeign(number, FOREIGN.tag, FOREIGN.voiceUrl);
    const foreign = new Set(shelf.foreign);
    let scene: Scene = { fleet, carrier, control, database, journal, foreign, hosts: [] };
    for (let round = 1; round <= options.rounds; round += 1) {
      const hosts = await oneRound(scene, shelf, round, options, tally);
      if (!hosts) break;
      scene = { ...scene, hosts };
    }
    return tally.result(journal.all());
  } finally {
    await fleet.stop();
    await carrier.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the hosts for the next round; none when something is wrong. */
async function oneRound(
  scene: Scene,
  shelf: Shelf,
  round: number,
  { seed, say }: TortureOptions,
  tally: Tally,
): Promise<readonly HostProcess[] | undefined> {
  const began = Date.now();
  const run = await runRound(scene, round, planRound(seed, round, shelf));
  const world = await readWorld(scene);
  const found = checkWorld(world);
  const unsettled: Violation = { kind: 'stuck', text: run.unsettled, about: [] };
  const violations = run.unsettled === '' ? found : [...found, unsettled];
  tally.add(run, violations, world);
  say(
    `round ${round}: ${run.kills} kills, ${run.faults} faults, ${world.account.length} numbers, ${Date.now() - began} ms`,
  );
  const logs = scene.fleet.takeLogs();
  if (violations.length === 0) return run.hosts;
  const [first, ...others] = violations;
  if (first) say(`\n${tellViolation(first, world)}`);
  for (const { kind, text } of others.slice(0, 20))
    say(`also ${tellViolation({ kind, text, about: [] }, world)}`);
  for (const line of logs.slice(-5)) say(`a host reported: ${line}`);
  return undefined;
}

async function readWorld({ control, database, journal, foreign }: Scene): Promise<World> {
  return {
    account: await control.numbers(),
    bill: await control.bill(),
    records: await readRecords(database),
    told: journal.all(),
    foreign,
  };
}
