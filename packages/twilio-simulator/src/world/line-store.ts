import type { Line } from './line.ts';

/** The phone lines outside the account that the simulator knows. */
export interface LineStore {
  /** Adds a line, or puts it in the place of the one with its number. */
  put(line: Line): void;
  get(phoneNumber: string): Line | undefined;
  /** Changes a line; one that is gone stays gone. */
  change(phoneNumber: string, change: Partial<Omit<Line, 'phoneNumber'>>): void;
  remove(phoneNumber: string): void;
  /** Oldest first. */
  all(): Line[];
  /** Counts changes, so that a watcher sees whether anything is new. */
  version(): number;
  clear(): void;
}

export function createLineStore(): LineStore {
  const lines = new Map<string, Line>();
  let version = 0;
  const changed = () => {
    version += 1;
  };
  const put = (line: Line) => {
    lines.set(line.phoneNumber, line);
    changed();
  };
  return {
    put,
    get: (phoneNumber) => lines.get(phoneNumber),
    change: (phoneNumber, change) => {
      const line = lines.get(phoneNumber);
      if (line !== undefined) put({ ...line, ...change });
    },
    remove: (phoneNumber) => {
      lines.delete(phoneNumber);
      changed();
    },
    all: () => [...lines.values()],
    version: () => version,
    clear: () => {
      lines.clear();
      changed();
    },
  };
}
