import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '../host/protocol.ts';
import { SPEED } from '../settings.ts';
import { type HostProcess, startHostProcess } from './host-process.ts';

/** Starts hosts, and keeps their clocks together. */
export interface Fleet {
  /** A host more. */
  start(): Promise<HostProcess>;
  /** All clocks go forward by so much. */
  jump(milliseconds: number): void;
  /** The carrier has another address. */
  moveCarrier(): void;
  /** Time as the hosts have it. */
  now(): number;
  /** What hosts reported as errors of their own since the last call. */
  takeLogs(): readonly string[];
  stop(): Promise<void>;
}

/** Processes that have loaded the program and wait to become a host, so that a restart costs no time. */
const SPARES = 2;

export function createFleet(database: DatabaseAddress, carrierUrl: () => string): Fleet {
  const compileCache = mkdtempSync(join(tmpdir(), 'numberkit-torture-cache-'));
  const startedAt = Date.now();
  const living = new Set<HostProcess>();
  const spares: HostProcess[] = [];
  let logs: string[] = [];
  let jumped = 0;
  const launch = () => {
    const host = startHostProcess(compileCache, (message) => logs.push(message));
    living.add(host);
    void host.died.then(() => living.delete(host));
    return host;
  };
  return {
    async start() {
      while (spares.length <= SPARES) spares.push(launch());
      const host = spares.shift() ?? launch();
      const clock = { startedAt, speed: SPEED, jumped };
      await host.setUp({ database, carrierUrl: carrierUrl(), clock });
      return host;
    },
    jump(milliseconds) {
      jumped += milliseconds;
      for (const host of living) host.tell({ say: 'jump', jumped });
    },
    moveCarrier() {
      for (const host of living) host.tell({ say: 'carrier', carrierUrl: carrierUrl() });
    },
    now: () => startedAt + (Date.now() - startedAt) * SPEED + jumped,
    takeLogs() {
      const taken = logs;
      logs = [];
      return taken;
    },
    async stop() {
      const ended = [...living].map((host) => host.died);
      for (const host of living) host.kill();
      await Promise.all(ended);
      rmSync(compileCache, { recursive: true, force: true });
    },
  };
}
