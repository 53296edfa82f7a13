import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript-api';
import { root } from '../workspace/index.ts';

/** One TypeScript or JavaScript file of the repository, read and parsed. */
export interface Source {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  /** Relative imports and re-exports, type-only ones included, resolved to paths relative to the root. */
  readonly imports: readonly string[];
  readonly isTest: boolean;
}

/** Every file git knows or would add, relative to the root. */
export function listRepositoryFiles(): string[] {
  const answer = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = answer.split('\0').filter((path) => path !== '');
  // A file deleted but not yet committed is still in git's list.
  return files.filter((path) => existsSync(join(root, path)) && statSync(join(root, path)).isFile()).sort();
}

/** Whether a path is test code: a `.test.ts` file or anything in a `test` folder. */
export function isTestPath(path: string): boolean {
  return /\.test\.ts$/.test(path) || path.split('/').includes('test');
}

/** Parses one file. */
export function parseSource(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) specifiers.push(specifier);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  const imports = specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier));
  return { path, text, tree, imports: [...new Set(imports)], isTest: isTestPath(path) };
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return textOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return textOf(node.arguments[0]);
  }
  return undefined;
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteral(node) ? node.text : undefined;
}

/** Reads every TypeScript and module file of the repository. */
export function readSources(files: readonly string[]): Source[] {
  return files
    .filter((path) => /\.(ts|mts|mjs)$/.test(path))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}
