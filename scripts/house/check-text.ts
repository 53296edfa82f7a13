import ts from 'typescript-api';
import type { Source } from './source.ts';

/** A rule about one syntax node: what is wrong with it, or undefined. */
type NodeRule = (node: ts.Node, source: Source) => string | undefined;

const noExportAll: NodeRule = (node) =>
  ts.isExportDeclaration(node) && node.exportClause === undefined
    ? '`export *` hides what a door offers; list the names'
    : undefined;

const noAny: NodeRule = (node) =>
  node.kind === ts.SyntaxKind.AnyKeyword ? '`any`; use `unknown` and look' : undefined;

const noSuppression: NodeRule = (node, source) => {
  if (!ts.isSourceFile(node)) return undefined;
  const found = /@ts-(ignore|nocheck|expect-error)|biome-ignore(?! .*: \S)/.exec(commentsOf(source));
  return found === null ? undefined : `${found[0]} hides a finding`;
};

const noSkipOrOnly: NodeRule = (node, source) => {
  if (!source.isTest || !ts.isPropertyAccessExpression(node)) return undefined;
  const ownsTests = ['it', 'test', 'describe', 'suite'].includes(node.expression.getText());
  return ownsTests && ['skip', 'only', 'todo'].includes(node.name.text)
    ? `.${node.name.text} leaves tests out`
    : undefined;
};

/** A pause inside a loop that looks again is polling, and a timer that only rejects is a deadline. */
function isPollOrDeadline(call: ts.CallExpression): boolean {
  if (/\breject\b/.test(call.arguments[0]?.getText() ?? '')) return true;
  for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isWhileStatement(node) || ts.isDoStatement(node) || ts.isForStatement(node)) return true;
  }
  return false;
}

const noSleep: NodeRule = (node, source) => {
  if (!source.isTest) return undefined;
  const isTimer = ts.isCallExpression(node) && /^(globalThis\.)?setTimeout$/.test(node.expression.getText());
  const isImport = ts.isImportDeclaration(node) && /timers\/promises/.test(node.moduleSpecifier.getText());
  const sleeps = isImport || (isTimer && !isPollOrDeadline(node));
  return sleeps
    ? 'a test that sleeps; poll with a deadline (`vi.waitFor`) or use a virtual clock'
    : undefined;
};

const RULES: readonly NodeRule[] = [noExportAll, noAny, noSuppression, noSkipOrOnly, noSleep];

function commentsOf(source: Source): string {
  return source.text
    .split('\n')
    .filter((line) => /^\s*(\/\/|\/?\*)|\/\/ /.test(line))
    .join('\n');
}

/** What the sources may not say, each with its line. */
export function checkText(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      for (const rule of RULES) {
        const problem = rule(node, source);
        if (problem === undefined) continue;
        const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
        found.push(`${source.path}:${line + 1}: ${problem}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source.tree);
    return found;
  });
}

/** Paths of somebody's machine in a committed file. The pattern is put together so that it does not find itself. */
const MACHINE_PATH = new RegExp(
  ['/ro' + 'ot/', '/ho' + 'me/\\w+/', '/Us' + 'ers/\\w+/', '/wo' + 'rk/', 'C:\\\\Us' + 'ers'].join('|'),
);

/** Lines of text files that name a place on one machine. */
export function checkMachinePaths(
  files: readonly { readonly path: string; readonly text: string }[],
): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const found = MACHINE_PATH.exec(line);
      return found === null ? [] : [`${path}:${index + 1}: names ${found[0]}, a place on one machine`];
    }),
  );
}
