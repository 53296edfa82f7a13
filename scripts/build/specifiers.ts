import { posix } from 'node:path';

/** Matches the specifier of `from '…'`, `import '…'` and `import('…')` in a declaration file. */
const SPECIFIER = /(\bfrom\s+|\bimport\s+|\bimport\(\s*)(['"])([^'"]+)\2/g;

/** Where a declaration file lies below `dist`, and whether it takes the contract from a copy beside it. */
export interface DeclarationPlace {
  readonly file: string;
  readonly carriesContract: boolean;
}

/**
 * Spells the specifiers of an emitted declaration for consumers: `./x.ts` (right in our sources) becomes `./x.js`, and
 * the contract becomes a relative path where the package carries a copy of it.
 */
export function rewriteSpecifiers(text: string, place: DeclarationPlace): string {
  return text.replaceAll(SPECIFIER, (_, before: string, quote: string, specifier: string) => {
    return `${before}${quote}${respell(specifier, place)}${quote}`;
  });
}

function respell(specifier: string, { file, carriesContract }: DeclarationPlace): string {
  if (specifier.startsWith('.')) return specifier.replace(/(?<!\.d)\.ts$/, '.js');
  if (!carriesContract || specifier !== '@numberkit/contract') return specifier;
  const path = posix.relative(posix.dirname(file), 'contract/index.js');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The declaration files below `dist` that the relative specifiers of one file lead to. */
export function listSpecifiers(text: string, file: string): string[] {
  return [...text.matchAll(SPECIFIER)]
    .map((match) => match[3] ?? '')
    .filter((specifier) => specifier.startsWith('.') && specifier.endsWith('.js'))
    .map((specifier) => posix.join(posix.dirname(file), specifier.replace(/\.js$/, '.d.ts')));
}
