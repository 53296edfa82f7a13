// Holds what Biome cannot: names, the exact graph of the core, forbidden text, and the figures of the house style.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkGraph,
  checkMachinePaths,
  checkNames,
  checkText,
  listRepositoryFiles,
  readSources,
  reportFigures,
} from './house/index.ts';
import { root } from './workspace/index.ts';

const files = listRepositoryFiles();
const sources = readSources(files);
const texts = files
  .filter(
    (path) => /\.(ts|mjs|json|md|ya?ml|html|css|sh)$|\/run$|^\.env/.test(path) && path !== 'pnpm-lock.yaml',
  )
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const figures = reportFigures(sources);
const papers = ['README.md', 'GLOSSARY.md', 'CONTRIBUTING.md', 'LICENSE', '.env.example'];

const findings = [
  ...papers.filter((path) => !existsSync(join(root, path))).map((path) => `${path} is missing`),
  ...checkNames(files),
  ...checkGraph(sources),
  ...checkText(sources),
  ...checkMachinePaths(texts),
  ...figures.missed,
];

console.log(
  'code lines and function lines: median / p90 / max; comments: per 100 code lines; tests: lines per source line\n',
);
console.log(`${figures.table}\n`);
for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? 'the house is in order' : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
