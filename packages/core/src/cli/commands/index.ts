import type { Context, ExitCode } from './context.ts';
import { doctor } from './doctor.ts';
import { forwardings, forwardingsStats } from './forwardings.ts';
import { migrate } from './migrate.ts';
import { numbersList, numbersRelease, numbersTransfer } from './numbers.ts';
import { poolPrebuy, poolReplenish, poolStatus } from './pool.ts';
import { reconcile } from './reconcile.ts';
import { sweep } from './sweep.ts';

export { createContext, type ExitCode } from './context.ts';
export { describeReport } from './doctor.ts';

/** What carries out each command. */
export const commands: Readonly<Record<string, (context: Context) => Promise<ExitCode>>> = {
  migrate,
  doctor,
  reconcile,
  'pool status': poolStatus,
  'pool prebuy': poolPrebuy,
  'pool replenish': poolReplenish,
  'numbers list': numbersList,
  'numbers release': numbersRelease,
  'numbers transfer': numbersTransfer,
  forwardings,
  'forwardings stats': forwardingsStats,
  sweep,
};
