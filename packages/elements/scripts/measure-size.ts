/**
 * Prints what a page loads for `<phone-setup>`, Lit included, and fails when it is too much.
 *
 *     node packages/elements/scripts/measure-size.ts
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_BYTES = 25_000;
const bundle = path.resolve(import.meta.dirname, '../dist/bundle');
const entry = 'phone-setup.js';

const sizes = new Map<string, number>();
for (const file of (await readdir(bundle)).filter((each) => each.endsWith('.js')).sort()) {
  sizes.set(file, gzipSync(await readFile(path.join(bundle, file))).length);
}
const initial = await followStatic(entry);
let total = 0;
for (const [file, bytes] of sizes) {
  if (initial.has(file)) total += bytes;
  console.log(`${String(bytes).padStart(7)} B gzip  ${initial.has(file) ? 'at once' : 'later  '}  ${file}`);
}
console.log(`${String(total).padStart(7)} B gzip  at once in all, at most ${LIMIT_BYTES}`);
if (total >= LIMIT_BYTES) process.exitCode = 1;

/** The files that `file` imports without being asked, and itself. */
async function followStatic(file: string, known = new Set<string>()): Promise<Set<string>> {
  if (known.has(file)) return known;
  known.add(file);
  const source = await readFile(path.join(bundle, file), 'utf8');
  const imports = source.matchAll(/(?:^|[;}])(?:import|export)\b[^'"()]*?["']\.\/([^"']+)["']/g);
  for (const [, imported] of imports) if (imported) await followStatic(imported, known);
  return known;
}
