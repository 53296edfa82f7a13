import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The modification times of a file, or of every file below a folder; none when it does not exist. */
function listTimes(path: string): number[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [found.mtimeMs];
  return readdirSync(path).flatMap((name) => listTimes(join(path, name)));
}

/** Whether what was built is missing, or older than one of the sources it is built from. */
export function isStale(sources: readonly string[], built: string): boolean {
  const builtTimes = listTimes(built);
  if (builtTimes.length === 0) return true;
  const newestSource = Math.max(...sources.flatMap(listTimes));
  return newestSource > Math.min(...builtTimes);
}
