import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Finding } from './finding.ts';
import { eagerGraph } from './imports-of.ts';
import type { PackedPackage } from './pack.ts';

/** What a page may load before `<phone-setup>` shows, Lit included. */
const LIMIT_BYTES = 25_000;

/** Weighs the bundle of `<phone-setup>`: its first file and everything that one loads at once. */
export function checkBundle(packed: PackedPackage): Finding[] {
  const entry = join(packed.folder, 'dist/bundle/phone-setup.js');
  if (!existsSync(entry)) {
    return [{ problem: 'the elements have no dist/bundle/phone-setup.js', remedy: 'run: pnpm build' }];
  }
  const { files, packages } = eagerGraph(entry);
  const weights = files.map((file) => ({ file, bytes: gzipSync(readFileSync(file), { level: 9 }).length }));
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`<phone-setup> with Lit: ${total} bytes gzip in ${files.length} files (limit ${LIMIT_BYTES})`);
  const findings: Finding[] = packages.map((specifier) => ({
    problem: `the bundle imports ${specifier}, which a page without a bundler cannot load`,
    remedy: 'bundle it',
  }));
  if (total >= LIMIT_BYTES) {
    const largest = weights.sort((left, right) => right.bytes - left.bytes).slice(0, 3);
    const list = largest.map(({ file, bytes }) => `${basename(file)} ${bytes}`).join(', ');
    findings.push({
      problem: `<phone-setup> weighs ${total} bytes gzip; the limit is ${LIMIT_BYTES}`,
      remedy: `load later what the first screen does not need; largest: ${list}`,
    });
  }
  return findings;
}
