import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';

const start = new Date('2026-01-01T00:00:00Z');

describe('a virtual clock', () => {
  it('stands still until advanced, and runs what falls due in order, each at its own time', async () => {
    const clock = createClock({ mode: 'virtual', start });
    const seen: [string, number][] = [];
    const note = (name: string) => () => void seen.push([name, clock.now().getTime() - start.getTime()]);
    clock.schedule(200, note('second'));
    clock.schedule(100, note('first'));
    clock.schedule(100, note('also first'));
    clock.schedule(5000, note('never'));
    expect(clock.now()).toEqual(start);
    await clock.advance(1000);
    expect(seen).toEqual([
      ['first', 100],
      ['also first', 100],
      ['second', 200],
    ]);
    expect(clock.now().getTime() - start.getTime()).toBe(1000);
  });

  it('waits for a task, and runs what the task schedules within the same advance', async () => {
    const clock = createClock({ mode: 'virtual', start });
    const seen: string[] = [];
    clock.schedule(10, async () => {
      await Promise.resolve();
      clock.schedule(10, () => void seen.push('child'));
      seen.push('parent');
    });
    await clock.advance(30);
    expect(seen).toEqual(['parent', 'child']);
  });

  it('forgets a canceled task and, when cleared, all of them', async () => {
    const clock = createClock({ mode: 'virtual', start });
    const seen: string[] = [];
    clock.schedule(10, () => void seen.push('canceled')).cancel();
    clock.schedule(10, () => void seen.push('cleared'));
    clock.clear();
    await clock.advance(100);
    expect(seen).toEqual([]);
  });

  it('passes on what a task throws', async () => {
    const clock = createClock({ mode: 'virtual', start });
    clock.schedule(10, () => Promise.reject(new Error('broken')));
    await expect(clock.advance(100)).rejects.toThrow('broken');
  });
});

describe('a real clock', () => {
  it('runs with the wall clock and can be advanced', async () => {
    const clock = createClock();
    const before = clock.now().getTime();
    let fired = false;
    clock.schedule(3_600_000, () => {
      fired = true;
    });
    await clock.advance(3_600_000);
    expect(fired).toBe(true);
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(3_600_000);
    await clock.sleep(1);
  });
});
