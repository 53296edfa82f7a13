import type { Clock } from '../clock.ts';
import type { Sweeps } from '../sweeps/index.ts';
import { type Check, ok, warning } from './check.ts';

const DAY_MILLISECONDS = 24 * 60 * 60_000;

/** Does something run the sweeps, and do they succeed? */
export async function checkSweeps(sweeps: Sweeps, clock: Clock): Promise<Check> {
  const runs = await sweeps.lastRuns();
  const broken = runs.filter(({ failure }) => failure !== null);
  if (broken.length > 0) {
    const list = broken.map(({ name, failure }) => `${name} (${failure})`).join(', ');
    return warning('sweeps', `Failed when last run: ${list}.`, 'Run it by hand: npx numberkit sweep <name>');
  }
  const recent = clock.now().getTime() - DAY_MILLISECONDS;
  if (runs.every(({ startedAt }) => startedAt.getTime() < recent)) {
    return warning(
      'sweeps',
      'No sweep has run in the last day.',
      'Call numberkit.start() in the server, or run `npx numberkit sweep <name>` from a cron.',
    );
  }
  return ok('sweeps', `${runs.length} of ${sweeps.names.length} have run; none failed.`);
}
