import type { Terminal } from './terminal.ts';

const BAR = 24;

/** Shows how far long work is, on one line that is written over; silent unless a person is looking. */
export interface ProgressBar {
  show(label: string, done: number, total: number | null): void;
  /** Removes the line. */
  end(): void;
}

/** @param quiet no bar at all, as for `--json`. */
export function progressBar(terminal: Terminal, quiet: boolean): ProgressBar {
  let shown = '';
  const write = (line: string) => {
    if (quiet || !terminal.interactive || line === shown) return;
    terminal.err(`\r\u001b[2K${line.slice(0, terminal.width - 1)}`);
    shown = line;
  };
  return {
    show(label, done, total) {
      if (total === null || total === 0) return write(`${label} ${done}`);
      const filled = Math.round((BAR * Math.min(done, total)) / total);
      write(`${label} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total}`);
    },
    end: () => {
      if (shown !== '') write('');
    },
  };
}
