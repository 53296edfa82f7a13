import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NumberkitError } from '../../src/errors.ts';
import { createIds } from '../../src/ids.ts';
import type { Storage } from '../../src/storage/index.ts';
import { createSweeps, planSweeps, type Sweep, startTimers } from '../../src/sweeps/index.ts';
import { engines, type TestDatabase } from '../purchase/engines.ts';
import { openStorage, sleepingClock } from '../purchase/host.ts';

const MINUTE = 60_000;

describe.each(engines)('sweeps on $name', ({ create }) => {
  let database: TestDatabase;
  let storages: Storage[];
  let clock: ReturnType<typeof sleepingClock>;
  beforeEach(async () => {
    clock = sleepingClock();
    database = await create();
    storages = [await openStorage(database.connect()), await openStorage(database.connect())];
  });
  afterEach(async () => {
    await Promise.all(storages.map((storage) => storage.close()));
    await database.drop();
  });

  function process(index: number, work: Sweep['run'], name: 'reconcile' | 'settle-operations' = 'reconcile') {
    const storage = storages[index];
    if (!storage) throw new RangeError('no such process');
    const planned = planSweeps({ [name]: work }, { [name]: 10 * MINUTE });
    return createSweeps({ open: async () => storage, clock, ids: createIds(clock), sweeps: planned });
  }
  /** Work that goes on until it is told to end. */
  function gate() {
    const { promise, resolve } = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const work = async () => {
      started.resolve();
      await promise;
      return { did: 'it' };
    };
    return { work, open: resolve, started: started.promise };
  }

  test('one process at a time runs a sweep; the others are told that it is held', async () => {
    const { work, open, started } = gate();
    const first = process(0, work).run('reconcile');
    await started;
    const other = process(1, async () => 'never');
    expect(await other.run('reconcile')).toEqual({ name: 'reconcile', outcome: 'held' });
    open();
    expect(await first).toEqual({ name: 'reconcile', outcome: 'ran', report: { did: 'it' } });
    expect(await other.run('reconcile')).toMatchObject({ outcome: 'ran' });
  });

  test('two runs in one process exclude each other too', async () => {
    const { work, open, started } = gate();
    const room = process(0, work);
    const first = room.run('reconcile');
    await started;
    expect((await room.run('reconcile')).outcome).toBe('held');
    open();
    await first;
  });

  test('a process that died is taken over when its lease has run out, and notices if it was only slow', async () => {
    const { work, open, started } = gate();
    let kept: boolean | undefined;
    const slow = process(0, async (hold) => {
      await work();
      kept = await hold.keep();
    }).run('reconcile');
    await started;
    const other = process(1, async () => 'mine');
    clock.pass(4 * MINUTE);
    expect((await other.run('reconcile')).outcome).toBe('held');
    clock.pass(2 * MINUTE);
    const third = gate();
    const taken = process(1, third.work).run('reconcile');
    await third.started;
    open();
    await slow;
    expect(kept).toBe(false);
    expect((await other.run('reconcile')).outcome).toBe('held');
    third.open();
    expect((await taken).outcome).toBe('ran');
  });

  test('a long sweep that keeps its hold is not taken over', async () => {
    const other = process(1, async () => 'never');
    const outcomes: string[] = [];
    await process(0, async (hold) => {
      for (let step = 0; step < 6; step += 1) {
        clock.pass(2 * MINUTE);
        expect(await hold.keep()).toBe(true);
        outcomes.push((await other.run('reconcile')).outcome);
      }
    }).run('reconcile');
    expect(new Set(outcomes)).toEqual(new Set(['held']));
  });

  test('its pause counts for all processes together', async () => {
    const run = (index: number) =>
      process(index, async () => null)
        .run('reconcile', { onlyWhenDue: true })
        .then(({ outcome }) => outcome);
    expect(await run(0)).toBe('ran');
    expect(await run(1)).toBe('not-due');
    clock.pass(10 * MINUTE);
    expect([await run(1), await run(0)]).toEqual(['ran', 'not-due']);
  });

  test('a sweep that leases its rows itself is run by as many as like', async () => {
    const one = gate();
    const two = gate();
    const runs = [
      process(0, one.work, 'settle-operations').run('settle-operations'),
      process(1, two.work, 'settle-operations').run('settle-operations'),
    ];
    await Promise.all([one.started, two.started]);
    one.open();
    two.open();
    expect((await Promise.all(runs)).map(({ outcome }) => outcome)).toEqual(['ran', 'ran']);
  });

  test('a failure is thrown on, noted, and holds up nobody', async () => {
    const kind = { code: 'carrier-busy', status: 503, retryable: true, title: 't', hint: 'h' };
    const failing = process(0, async () => {
      throw new NumberkitError(kind, { detail: 'd' });
    });
    await expect(failing.run('reconcile')).rejects.toMatchObject({ code: 'carrier-busy' });
    expect(await failing.lastRuns()).toEqual([
      { name: 'reconcile', startedAt: clock.now(), finishedAt: clock.now(), failure: 'carrier-busy' },
    ]);
    expect((await process(1, async () => null).run('reconcile')).outcome).toBe('ran');
  });

  test('there is no sweep of another name', async () => {
    await expect(process(0, async () => null).run('tidy-up')).rejects.toMatchObject({
      code: 'no-such-sweep',
      message: 'There is no sweep "tidy-up" here; there are reconcile.',
    });
  });

  test('timers run what is due until they are stopped, and leave out a sweep whose pause is 0', async () => {
    const storage = storages[0];
    if (!storage) throw new RangeError('no storage');
    const ran: string[] = [];
    const errors: string[] = [];
    const done = Promise.withResolvers<void>();
    const both = () => {
      const times = ran.filter((name) => name === 'reclaim').length;
      if (times >= 2 && errors.length >= 2) done.resolve();
    };
    const planned = planSweeps(
      {
        reclaim: async () => {
          ran.push('reclaim');
          both();
        },
        reconcile: async () => ran.push('reconcile'),
        'keep-alive': async () => {
          ran.push('keep-alive');
          throw new Error('no');
        },
      },
      { reclaim: MINUTE, reconcile: 0, 'keep-alive': MINUTE },
    );
    const room = createSweeps({ open: async () => storage, clock, ids: createIds(clock), sweeps: planned });
    const stop = startTimers(clock, room, planned, (name) => {
      errors.push(name);
      both();
    });
    await done.promise;
    stop();
    expect(ran).not.toContain('reconcile');
    expect(ran.filter((name) => name === 'reclaim').length).toBeGreaterThan(1);
    expect(new Set(errors)).toEqual(new Set(['keep-alive']));
  });
});
