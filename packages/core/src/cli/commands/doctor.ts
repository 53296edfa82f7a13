import type { Check, DoctorReport } from '../../doctor/index.ts';
import { count } from '../format.ts';
import type { Terminal, Tone } from '../terminal.ts';
import { type Context, type ExitCode, print } from './context.ts';

const signs: Readonly<Record<Check['outcome'], readonly [Tone, string]>> = {
  ok: ['good', '✓'],
  warning: ['warn', '!'],
  failed: ['bad', '✗'],
  skipped: ['dim', '–'],
};

/** `doctor [--repair]` */
export async function doctor(context: Context): Promise<ExitCode> {
  const { numberkit, command, terminal, bar } = context;
  bar.show('Looking', 0, null);
  const report = await numberkit.doctor({ repair: command.options.repair === true });
  bar.end();
  print(context, report, () => describeReport(report, terminal));
  return report.healthy ? 0 : 1;
}

/** One line per check, and its remedy below it. */
export function describeReport({ checks }: Pick<DoctorReport, 'checks'>, terminal: Terminal): string[] {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.flatMap(({ name, outcome, detail, remedy }) => {
    const [tone, sign] = signs[outcome];
    const line = `${terminal.paint(tone, sign)} ${name.padEnd(width)}  ${detail}`;
    const below = remedy === null ? [] : [terminal.paint('dim', `  ${' '.repeat(width)}  → ${remedy}`)];
    return [line, ...below];
  });
  const faults = checks.filter(({ outcome }) => outcome === 'failed').length;
  const warnings = checks.filter(({ outcome }) => outcome === 'warning').length;
  const told = [faults > 0 ? count(faults, 'fault') : '', warnings > 0 ? count(warnings, 'warning') : ''];
  const summary = told.filter((text) => text !== '').join(', ');
  return [...lines, '', summary === '' ? 'All is well.' : `${summary}.`];
}
