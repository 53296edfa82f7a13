import ts from 'typescript-api';
import type { Source } from './source.ts';

/** The figures of STYLE for one group of sources. Lines of files are lines that hold code. */
export interface Figures {
  readonly files: number;
  readonly fileLines: Spread;
  readonly functionLines: Spread;
  readonly any: number;
  /** Exported declarations that carry a doc comment, of all exported declarations. */
  readonly documented: number;
  readonly exported: number;
  /** Comment lines inside files per 100 code lines, doc comments not counted. */
  readonly commentsPer100: number;
  /** Test code lines per source code line. */
  readonly testRatio: number;
}

/** Median, ninetieth percentile and maximum. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly max: number;
}

/** The spread of some numbers; all zero when there are none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { median: at(0.5), p90: at(0.9), max: sorted.at(-1) ?? 0 };
}

interface LineKinds {
  readonly code: number;
  readonly comments: number;
}

/** Counts lines that hold code, and lines that hold nothing but an inner (not doc) comment. */
export function countLines(source: Source): LineKinds {
  const kinds = new Map<number, 'code' | 'comment'>();
  const lineOf = (position: number): number => source.tree.getLineAndCharacterOfPosition(position).line;
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const isToken = node.getChildCount(source.tree) === 0 && node.getWidth(source.tree) > 0;
    if (isToken) {
      for (let line = lineOf(node.getStart(source.tree)); line <= lineOf(node.end); line += 1)
        kinds.set(line, 'code');
    }
    for (const child of node.getChildren(source.tree)) visit(child);
  };
  visit(source.tree);
  const lines = source.text.split('\n');
  const comments = lines.filter((line, index) => /^\s*\/\//.test(line) && !kinds.has(index)).length;
  return { code: kinds.size, comments };
}

/** A function and how long its body is. */
export interface MeasuredFunction {
  readonly place: string;
  readonly lines: number;
}

/** The length of every function with a body: the lines of the body, blank lines left out, as Biome counts them. */
export function measureFunctions(source: Source): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
      const lines = node.body.getText(source.tree).split('\n');
      const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
      found.push({
        place: `${source.path}:${line + 1}`,
        lines: lines.filter((text) => text.trim() !== '').length,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return found;
}

function countExports(source: Source): { exported: number; documented: number } {
  const declared = source.tree.statements.filter(
    (statement) =>
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword),
  );
  const documented = declared.filter((statement) => ts.getJSDocCommentsAndTags(statement).length > 0);
  return { exported: declared.length, documented: documented.length };
}

function countAny(source: Source): number {
  let found = 0;
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found += 1;
    ts.forEachChild(node, visit);
  };
  visit(source.tree);
  return found;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Measures one group of sources, its tests aside. */
export function measure(group: readonly Source[]): Figures {
  const sources = group.filter((source) => !source.isTest);
  const lines = sources.map(countLines);
  const code = sum(lines.map((one) => one.code));
  const testCode = sum(group.filter((source) => source.isTest).map((source) => countLines(source).code));
  const exports = sources.map(countExports);
  return {
    files: sources.length,
    fileLines: spreadOf(lines.map((one) => one.code)),
    functionLines: spreadOf(sources.flatMap(measureFunctions).map((one) => one.lines)),
    any: sum(sources.map(countAny)),
    documented: sum(exports.map((one) => one.documented)),
    exported: sum(exports.map((one) => one.exported)),
    commentsPer100: code === 0 ? 0 : (100 * sum(lines.map((one) => one.comments))) / code,
    testRatio: code === 0 ? 0 : testCode / code,
  };
}
