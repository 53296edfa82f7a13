import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript-api';

/** What one JavaScript or declaration file imports. */
export interface Imports {
  /** Loaded whenever the file is: `import … from`, `export … from`. */
  readonly eager: readonly string[];
  /** Everything else that names a module: `import()`, `require()`, types. */
  readonly late: readonly string[];
}

/** Reads the imports of one file. */
export function importsOf(file: string): Imports {
  const kind = file.endsWith('.d.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, false, kind);
  const eager: string[] = [];
  const late: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined
    ) {
      if (ts.isStringLiteral(node.moduleSpecifier)) eager.push(node.moduleSpecifier.text);
    }
    if (ts.isCallExpression(node) && isLoading(node.expression)) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) late.push(argument.text);
    }
    if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      late.push(node.argument.literal.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { eager, late };
}

function isLoading(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
  );
}

/** The files a file loads at once, itself included, and the package specifiers they name. */
export function eagerGraph(entry: string): { files: string[]; packages: string[] } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const specifier of importsOf(file).eager) {
      if (specifier.startsWith('.')) visit(join(dirname(file), specifier));
      else packages.add(specifier);
    }
  };
  visit(entry);
  return { files: [...files], packages: [...packages] };
}

/** Every JavaScript and declaration file below a folder. */
export function listBuilt(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|d\.ts)$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name));
}

/** The package of a specifier: `kysely` of `kysely/migration`, `@scope/name` of `@scope/name/door`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
