import { findCycles } from './check-graph.ts';
import { formatTable } from './format-table.ts';
import { type Figures, measure, measureFunctions, type Spread } from './measure.ts';
import type { Source } from './source.ts';

/** The aims of the house that a number can hold. */
const AIMS = { fileLines: 300, functionP90: 30, functionMax: 60 } as const;

const HEAD = [
  '',
  'files',
  'code lines',
  'function lines',
  'cycles',
  'any',
  'documented',
  'comments',
  'tests',
];

const showSpread = ({ median, p90, max }: Spread): string => `${median} / ${p90} / ${max}`;

function showRow(name: string, figures: Figures, cycles: number): string[] {
  const share = figures.exported === 0 ? 100 : Math.round((100 * figures.documented) / figures.exported);
  return [
    name,
    String(figures.files),
    showSpread(figures.fileLines),
    showSpread(figures.functionLines),
    String(cycles),
    String(figures.any),
    `${share} %`,
    figures.commentsPer100.toFixed(1),
    figures.testRatio.toFixed(1),
  ];
}

function findMissed(name: string, figures: Figures): string[] {
  const { p90 } = figures.functionLines;
  if (p90 <= AIMS.functionP90) return [];
  return [`${name}: nine of ten functions have at most ${p90} lines; the aim is ${AIMS.functionP90}`];
}

function findLong(sources: readonly Source[]): string[] {
  const own = sources.filter((source) => !source.isTest);
  const files = own
    .filter((source) => source.text.trimEnd().split('\n').length > AIMS.fileLines)
    .map((source) => `${source.path}: more than ${AIMS.fileLines} lines; it holds more than one subject`);
  const functions = own
    .flatMap(measureFunctions)
    .filter((one) => one.lines > AIMS.functionMax)
    .map((one) => `${one.place}: a function of ${one.lines} lines; the most is ${AIMS.functionMax}`);
  return [...files, ...functions];
}

/** The folder whose figures a file counts for: a package, an example, or the scripts. */
function groupOf(path: string): string | undefined {
  const [top = '', name = ''] = path.split('/');
  if (top === 'packages' || top === 'examples') return `${top}/${name}`;
  return top === 'scripts' ? top : undefined;
}

/** The table of figures, and the aims that are missed. */
export function reportFigures(sources: readonly Source[]): { table: string; missed: string[] } {
  const groups = Map.groupBy(sources, (source) => groupOf(source.path) ?? '');
  groups.delete('');
  const rows: string[][] = [];
  const missed: string[] = [];
  for (const [name, group] of [...groups].sort(([left], [right]) => left.localeCompare(right))) {
    const figures = measure(group);
    const cycles = findCycles(group);
    rows.push(showRow(name, figures, cycles.length));
    missed.push(
      ...findMissed(name, figures),
      ...cycles.map((cycle) => `import cycle: ${cycle.join(' -> ')}`),
    );
  }
  const everything = sources.filter((source) => groupOf(source.path) !== undefined);
  rows.push(showRow('all', measure(everything), findCycles(everything).length));
  return { table: formatTable([HEAD, ...rows]), missed: [...missed, ...findLong(everything)] };
}
