import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

describe('the system clock', () => {
  it('runs each deadline when it is due, oldest first, and none that was cancelled', () => {
    vi.useFakeTimers();
    try {
      const ran: string[] = [];
      systemClock.after(700, () => ran.push('first'));
      vi.advanceTimersByTime(300);
      const cancel = systemClock.after(700, () => ran.push('cancelled'));
      systemClock.after(50, () => ran.push('short'));
      vi.advanceTimersByTime(50);
      expect(ran).toEqual(['short']);
      systemClock.after(700, () => ran.push('second'));
      cancel();
      cancel();
      vi.advanceTimersByTime(350);
      expect(ran).toEqual(['short', 'first']);
      vi.advanceTimersByTime(350);
      expect(ran).toEqual(['short', 'first', 'second']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('runs the deadlines behind one that throws', () => {
    vi.useFakeTimers();
    try {
      const ran: string[] = [];
      systemClock.after(900, () => {
        throw new Error('broken');
      });
      systemClock.after(900, () => ran.push('behind it'));
      expect(() => vi.advanceTimersByTime(900)).toThrow('broken');
      vi.advanceTimersByTime(1);
      systemClock.after(900, () => ran.push('later'));
      vi.advanceTimersByTime(900);
      expect(ran).toEqual(['behind it', 'later']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps a process that waits for a deadline, and lets one go that has cancelled its last', () => {
    const clock = new URL('./clock.ts', import.meta.url).href;
    const run = (body: string) => {
      const program = `import { systemClock } from '${clock}'; ${body}`;
      const started = performance.now();
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        encoding: 'utf8',
        timeout: 20_000,
      });
      return { stdout, took: performance.now() - started };
    };
    expect(run("systemClock.after(40, () => console.log('met'));").stdout).toBe('met\n');
    const again =
      "systemClock.after(40, () => {})(); systemClock.after(40, () => console.log('met after another'));";
    expect(run(again).stdout).toBe('met after another\n');
    // Half a minute would be the deadline itself.
    expect(run('systemClock.after(30_000, () => {})();').took).toBeLessThan(15_000);
  });
});
