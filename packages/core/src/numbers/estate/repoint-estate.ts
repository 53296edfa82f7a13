import type { Actor } from '../../activity/index.ts';
import type { NumberSettings } from '../../carrier/index.ts';
import type { LifeDeps } from '../life-deps.ts';
import type { NumberRecord } from '../number-store.ts';
import { settingsMark } from '../settings-mark.ts';
import { pointNumber } from './point-number.ts';

/** Where all our numbers shall send their calls. */
export interface RepointRequest {
  /** The addresses; those of the option `voice` when not given. */
  readonly voice?: NumberSettings;
  /** Numbers per second that this process points at most; 5 when not given. */
  readonly perSecond?: number;
  readonly actor: Actor;
  /** For the trail, in a few words. */
  readonly reason: string;
}

/** How far it is. */
export interface RepointProgress {
  /** Numbers that send their calls there, those that always did included. */
  readonly pointed: number;
  /** Still to do, those that failed in this run included. */
  readonly left: number;
  /** What went wrong in this run, by number; tried again by the next run. */
  readonly failed: readonly { readonly numberId: string; readonly detail: string }[];
}

const BATCH = 10;
const PER_SECOND = 5;
const LEASE_MILLISECONDS = 60_000;

/**
 * Points the whole estate, number by number, and tells how far it is after each. Which numbers are done is written
 * down with each of them, so that it may be stopped or die at any moment and goes on where it was when it is called
 * again. Several processes share the work; each number is leased to one of them.
 */
export async function* repointEstate(
  deps: LifeDeps,
  request: RepointRequest,
): AsyncGenerator<RepointProgress, void, undefined> {
  const voice = request.voice ?? deps.settings;
  const mark = settingsMark(voice);
  const perSecond = request.perSecond ?? PER_SECOND;
  if (!(perSecond > 0)) throw new RangeError('perSecond must be more than 0');
  const pause = 1_000 / perSecond;
  const failed = new Map<string, string>();
  const { numbers } = await deps.open();
  const progress = async (): Promise<RepointProgress> => ({
    ...(await numbers.countPointed(mark)),
    failed: [...failed].map(([numberId, detail]) => ({ numberId, detail })),
  });
  yield progress();
  for (;;) {
    const batch = await claim(deps, mark, LEASE_MILLISECONDS + BATCH * pause);
    const fresh = batch.filter(({ id }) => !failed.has(id));
    // What failed comes back when its lease ends; only the next run tries it again.
    if (fresh.length === 0) return;
    for (const number of fresh) {
      const problem = await pointNumber(deps, number, voice, request);
      if (problem !== undefined) failed.set(number.id, problem);
      yield progress();
      await deps.clock.sleep(pause);
    }
  }
}

async function claim(deps: LifeDeps, mark: string, lease: number): Promise<readonly NumberRecord[]> {
  const { numbers } = await deps.open();
  const now = deps.clock.now();
  return numbers.claimUnpointed(mark, now, new Date(now.getTime() + lease), BATCH);
}
