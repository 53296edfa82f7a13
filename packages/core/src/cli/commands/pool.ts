import type { PrebuyStep, PrebuySummary } from '../../pool/index.ts';
import { count, formatMoney, formatSum, table } from '../format.ts';
import { UsageError } from '../usage-error.ts';
import { agree, CLI_ACTOR, type Context, type ExitCode, optionOf, print } from './context.ts';

/** `pool status` */
export async function poolStatus(context: Context): Promise<ExitCode> {
  const status = await context.numberkit.pool.status();
  print(context, status, () => {
    if (status.areas.length === 0) return ['The pool is empty, and nobody has asked for anything.'];
    const rows = status.areas.map((area) => [
      area.areaCode,
      String(area.pooled),
      String(area.buying),
      area.target === null ? '-' : String(area.target),
      String(area.claims),
      String(area.misses),
      area.monthlyCost.length === 0 ? '' : formatSum(area.monthlyCost),
      String(area.idleAtRisk),
    ]);
    const head = ['area', 'pooled', 'buying', 'target', 'claims', 'misses', 'a month', 'idle'];
    const cost = status.pooled === 0 ? '' : `, ${formatSum(status.monthlyCost)} a month`;
    const [header = '', ...body] = table(head, rows);
    const summary = `${count(status.pooled, 'number')} in the pool${cost}; demand of ${count(status.windowDays, 'day')}.`;
    return [context.terminal.paint('dim', header), ...body, '', summary];
  });
  return 0;
}

/** `pool prebuy --area-codes 415,510 --count 10` */
export async function poolPrebuy(context: Context): Promise<ExitCode> {
  const { numberkit, command } = context;
  const areaCodes = optionOf(context, 'area-codes')
    .split(/[\s,]+/)
    .filter((code) => code !== '');
  const countPerArea = Number(optionOf(context, 'count'));
  if (!Number.isInteger(countPerArea)) throw new UsageError('--count is a whole number');
  const order = { areaCodes, countPerArea, actor: CLI_ACTOR };
  const bill = await billOf(context, numberkit.pool.prebuy({ ...order, dryRun: true }));
  const missing = bill.areas.reduce((sum, area) => sum + area.missing, 0);
  if (command.options['dry-run'] || missing === 0) {
    print(context, { dryRun: true, ...bill }, () => describeBill(context, bill));
    return 0;
  }
  if (!context.json) for (const line of describeBill(context, bill)) context.terminal.out(line);
  if (!(await agree(context, `Buy ${count(missing, 'number')}?`))) return 1;
  const summary = await run(context, numberkit.pool.prebuy(order), missing);
  print(context, summary, () => describeSummary(context, summary));
  return summary.areas.every(({ problem }) => problem === null) ? 0 : 1;
}

type Bill = Omit<Extract<PrebuyStep, { kind: 'planned' }>, 'kind'>;

async function billOf(_: Context, steps: AsyncIterable<PrebuyStep>): Promise<Bill> {
  for await (const step of steps) {
    if (step.kind === 'planned') return { areas: step.areas, monthlyCost: step.monthlyCost };
  }
  throw new Error('a prebuy ended without its bill');
}

function describeBill({ terminal }: Context, { areas, monthlyCost }: Bill): string[] {
  const rows = areas.map((area) => [
    area.areaCode,
    String(area.pooled + area.buying),
    String(area.target),
    String(area.missing),
    area.monthlyPrice ? formatMoney(area.monthlyPrice) : 'unknown',
  ]);
  const [header = '', ...body] = table(['area', 'held', 'target', 'to buy', 'each a month'], rows);
  const missing = areas.reduce((sum, area) => sum + area.missing, 0);
  const total =
    missing === 0 ? 'Nothing to buy.' : `${count(missing, 'number')}, ${formatSum(monthlyCost)} a month.`;
  return [terminal.paint('dim', header), ...body, '', terminal.paint('strong', total)];
}

async function run(
  context: Context,
  steps: AsyncIterable<PrebuyStep>,
  missing: number,
): Promise<PrebuySummary> {
  let bought = 0;
  try {
    for await (const step of steps) {
      if (step.kind === 'finished') return step.summary;
      if (step.kind === 'bought') bought += 1;
      context.bar.show('Buying', bought, missing);
    }
  } finally {
    context.bar.end();
  }
  throw new Error('a prebuy ended without its summary');
}

function describeSummary({ terminal }: Context, summary: PrebuySummary): string[] {
  const problems = summary.areas.flatMap(({ areaCode, pooled, target, problem }) =>
    problem === null ? [] : [terminal.paint('bad', `✗ ${areaCode}: ${pooled} of ${target}, ${problem}`)],
  );
  const cost = summary.bought === 0 ? '' : `, ${formatSum(summary.monthlyCost)} a month`;
  return [...problems, `${terminal.paint('good', '✓')} Bought ${count(summary.bought, 'number')}${cost}.`];
}

/** `pool replenish` */
export async function poolReplenish(context: Context): Promise<ExitCode> {
  const { numberkit, command, terminal } = context;
  const planned = await numberkit.pool.replenish({ dryRun: true });
  const rows = planned.plan.areas.map((area) => [
    area.areaCode,
    String(area.held),
    String(area.target),
    String(area.buy),
  ]);
  const missing = planned.plan.areas.reduce((sum, { buy }) => sum + buy, 0);
  const [header = '', ...body] = table(['area', 'held', 'target', 'to buy'], rows);
  const lines =
    rows.length === 0 ? ['The pool policy has no targets.'] : [terminal.paint('dim', header), ...body];
  if (command.options['dry-run'] || missing === 0) {
    print(context, planned, () => lines);
    return 0;
  }
  if (!context.json) for (const line of lines) terminal.out(line);
  if (!(await agree(context, `Buy ${count(missing, 'number')}?`))) return 1;
  context.bar.show('Buying', 0, null);
  const report = await numberkit.pool.replenish();
  context.bar.end();
  print(context, report, () => [`${terminal.paint('good', '✓')} Bought ${count(report.bought, 'number')}.`]);
  return report.areas.every(({ problem }) => problem === null) ? 0 : 1;
}
