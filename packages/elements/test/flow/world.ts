import type { SetupState } from '@numberkit/contract';
import { ApiError } from '../../src/api/index.ts';
import type { Exclusively } from '../../src/setup/index.ts';
import { owned } from '../fake-api/index.ts';
import { createStorage } from '../session.ts';
import { type Screen, screenOf } from './screen.ts';
import { createServer, type Server } from './server.ts';
import { createLocks, openTab, type Tab } from './tab.ts';

/** A tenant's server, and the tabs in which the customer has opened the page. */
export interface World {
  readonly server: Server;
  readonly tabs: Tab[];
  /** How many numbers the customer has asked for in all: the first, and each "another". */
  wanted: number;
  keysMade: number;
}

const locksOf = new WeakMap<World, Exclusively>();

/** @param begun an order that somebody began elsewhere is under way already */
export function createWorld(paths: SetupState['paths'], begun: boolean): World {
  const server = createServer(paths);
  if (begun) server.numbers.push(owned({ id: 'num_begun', status: 'pending' }));
  const world: World = { server, tabs: [], wanted: 1, keysMade: 0 };
  locksOf.set(world, createLocks());
  addTab(world);
  return world;
}

export function addTab(world: World): void {
  world.tabs.push(openTab(world.server, locksFor(world), createStorage()));
}

/** Loads the page of a tab again. What was under way is answered to nobody, and may have happened or not. */
export function reload(world: World, index: number, happened: boolean): void {
  const tab = world.tabs[index];
  if (!tab) return;
  tab.session.stop();
  for (const request of [...tab.requests]) {
    if (request.kind === 'buy' && happened) request.answer('lost-after');
    else request.fail(new ApiError('aborted'));
  }
  world.tabs[index] = openTab(world.server, locksFor(world), tab.storage, tab.typed);
}

export function look(world: World, tab: Tab): Screen {
  return screenOf(tab.session.model, `key-${world.keysMade + 1}`);
}

/** Presses the main button, if there is one that can be pressed. */
export function pressPrimary(world: World, tab: Tab): boolean {
  const { primary } = look(world, tab);
  if (!primary) return false;
  if (primary.type === 'number-confirmed') world.keysMade += 1;
  if (primary.type === 'query-typed') tab.typed = primary.query;
  tab.session.send(primary);
  return true;
}

/** Lets every promise that can settle do so. */
export async function breathe(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
}

/** From now on everything works: does a patient customer's part until the number is live, or gives up. */
export async function carryOn(world: World, tab: Tab): Promise<boolean> {
  tab.session.send({ type: 'connection-changed', online: true });
  for (let turn = 0; turn < 80; turn++) {
    await breathe();
    if (tab.session.model.step === 'live') return true;
    if (tab.session.model.step === 'path') tab.session.send({ type: 'path-selected', path: 'buy' });
    world.server.settle('active');
    const open = world.tabs.flatMap((each) => each.requests)[0];
    if (open) open.answer('active');
    else if (!pressPrimary(world, tab)) ringAll(tab);
  }
  return false;
}

function ringAll(tab: Tab): void {
  const due = [...tab.timers];
  tab.timers.clear();
  for (const run of due) run();
}

function locksFor(world: World): Exclusively {
  const locks = locksOf.get(world);
  if (!locks) throw new Error('not a world of createWorld');
  return locks;
}
