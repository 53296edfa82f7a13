import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript-api';
import { listPublished, root } from '../workspace/index.ts';

/** The sources behind every door with types. */
function listDoorSources(): string[] {
  return listPublished().flatMap(({ folder, manifest }) =>
    Object.values(manifest.publishConfig?.exports ?? {}).flatMap((target) => {
      const file = typeof target === 'string' ? undefined : target.types;
      if (typeof file !== 'string') return [];
      return [join(folder, file.replace('./dist/', 'src/').replace(/\.d\.ts$/, '.ts'))];
    }),
  );
}

/** Exports of doors without a doc comment, each with the place of its declaration. */
export function checkDocComments(doors: readonly string[] = listDoorSources()): string[] {
  const program = ts.createProgram(
    doors.filter((door) => existsSync(door)),
    {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      allowImportingTsExtensions: true,
      resolveJsonModule: true,
      noEmit: true,
      noLib: true,
      types: [],
    },
  );
  const checker = program.getTypeChecker();
  const findings = doors.flatMap((door) => {
    const source = program.getSourceFile(door);
    const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source);
    if (symbol === undefined)
      return [`${relative(root, door)}: this door is named in package.json and does not exist`];
    return checker.getExportsOfModule(symbol).flatMap((exported) => {
      const declared =
        (exported.flags & ts.SymbolFlags.Alias) === 0 ? exported : checker.getAliasedSymbol(exported);
      if (declared.getDocumentationComment(checker).length > 0) return [];
      return [
        `${placeOf(declared)}: ${exported.name}, exported by ${relative(root, door)}, has no doc comment`,
      ];
    });
  });
  return [...new Set(findings)];
}

function placeOf(symbol: ts.Symbol): string {
  const [declaration] = symbol.getDeclarations() ?? [];
  if (declaration === undefined) return symbol.name;
  const source = declaration.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(declaration.getStart());
  return `${relative(root, source.fileName)}:${line + 1}`;
}
