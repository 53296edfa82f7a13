import { table } from '../format.ts';
import { type Context, type ExitCode, print } from './context.ts';

/** `sweep [NAME]` */
export async function sweep(context: Context): Promise<ExitCode> {
  const { numberkit, command, terminal, bar } = context;
  const [name] = command.words;
  if (name === undefined) return listSweeps(context);
  bar.show(`Running ${name}`, 0, null);
  const onlyWhenDue = command.options['only-when-due'] === true;
  const outcome = await numberkit.sweeps.run(name, { onlyWhenDue }).finally(() => bar.end());
  print(context, outcome, () => {
    if (outcome.outcome === 'held') return ['Another process is running it.'];
    if (outcome.outcome === 'not-due') return ['Not due yet.'];
    return [`${terminal.paint('good', '✓')} ${name}: ${summarize(outcome.report)}`];
  });
  return 0;
}

async function listSweeps(context: Context): Promise<ExitCode> {
  const { sweeps } = context.numberkit;
  const runs = await sweeps.lastRuns();
  const all = sweeps.names.map((name) => runs.find((run) => run.name === name) ?? { name });
  print(context, all, () => {
    const rows = all.map((run) =>
      'startedAt' in run
        ? [run.name, run.startedAt.toISOString(), run.failure ?? (run.finishedAt ? 'ok' : 'running, or died')]
        : [run.name, 'never', ''],
    );
    const [header = '', ...body] = table(['sweep', 'last run', 'outcome'], rows);
    return [context.terminal.paint('dim', header), ...body];
  });
  return 0;
}

/** The counts of a report, whichever sweep made it. */
function summarize(report: unknown): string {
  if (typeof report !== 'object' || report === null) return 'done';
  const counts = Object.entries(report).filter(([, value]) => typeof value === 'number');
  return counts.length === 0 ? 'done' : counts.map(([key, value]) => `${key} ${value}`).join(', ');
}
