import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { WorldSnapshot } from '../world/index.ts';

/** The snapshot in a state file; undefined when there is no file yet. Throws on a file it did not write. */
export function readStateFile(path: string): WorldSnapshot | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) {
    throw new Error(`${path} is not a state file of this simulator.`);
  }
  // Only writeStateFile makes files with this version.
  return value as WorldSnapshot;
}

/** Replaces the state file in one step: a crash leaves the old one or the new one, never half of one. */
export function writeStateFile(path: string, snapshot: WorldSnapshot): void {
  const next = `${path}.${process.pid}.tmp`;
  writeFileSync(next, `${JSON.stringify(snapshot, null, 1)}\n`, { mode: 0o600 });
  renameSync(next, path);
}
