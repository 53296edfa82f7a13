import type { Address } from './address.ts';
import type { BillEntry } from './bill.ts';
import type { Line } from './line.ts';
import type { OwnedNumber } from './owned-number.ts';
import type { World } from './world.ts';

/** What survives a restart: credentials, numbers, addresses, lines, the bill, and the time. Calls do not. */
export interface WorldSnapshot {
  readonly version: 1;
  readonly accountSid: string;
  readonly authToken: string;
  readonly now: Date;
  /** How far a real clock was ahead of the wall clock, in milliseconds. */
  readonly aheadMs: number;
  readonly randomPosition: number;
  /** Oldest first. */
  readonly numbers: readonly OwnedNumber[];
  readonly addresses: readonly Address[];
  readonly bill: readonly BillEntry[];
  /** Oldest first. Absent from snapshots of before there were lines. */
  readonly lines?: readonly Line[];
}

/** Plain data of the world as it is now; JSON keeps it. */
export function snapshotWorld(world: World, wallClock: Date): WorldSnapshot {
  const now = world.clock.now();
  return {
    version: 1,
    accountSid: world.account.sid,
    authToken: world.account.authToken,
    now,
    aheadMs: world.clock.mode === 'real' ? Math.max(0, now.getTime() - wallClock.getTime()) : 0,
    randomPosition: world.random.position(),
    numbers: world.numbers.all().reverse(),
    addresses: world.addresses.all().reverse(),
    bill: world.bill.entries(),
    lines: world.lines.all().map(atRest),
  };
}

/** Fills a new world from a snapshot, which may have been through JSON. Restored numbers are not renewed. */
export async function restoreWorld(world: World, snapshot: WorldSnapshot): Promise<void> {
  const behind = new Date(snapshot.now).getTime() - world.clock.now().getTime();
  await world.clock.advance(world.clock.mode === 'real' ? snapshot.aheadMs : Math.max(0, behind));
  world.random.resume(snapshot.randomPosition);
  for (const number of snapshot.numbers) {
    const { createdAt, updatedAt } = number;
    world.numbers.add({ ...number, createdAt: new Date(createdAt), updatedAt: new Date(updatedAt) });
  }
  for (const address of snapshot.addresses) {
    world.addresses.add({ ...address, createdAt: new Date(address.createdAt) });
  }
  for (const line of snapshot.lines ?? []) {
    world.lines.put(line);
    world.numbers.markSoldElsewhere(line.phoneNumber);
  }
  for (const entry of snapshot.bill) world.bill.charge({ ...entry, at: new Date(entry.at) });
}

/** What somebody is in the middle of dialling is not kept. */
const atRest = (line: Line): Line => ({ ...line, heard: [], awaiting: null, unanswered: null });
