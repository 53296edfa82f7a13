import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './measure.ts';
import { printTable, rounded } from './print.ts';

/** What it costs to load the webhook, in milliseconds, and what the official SDK costs. */
export interface ImportCosts {
  readonly import_ms: number;
  readonly twilio_import_ms: number;
}

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, '..', '..', '..', '..');

/** Loads the built door and the official SDK in fresh processes, and adds up what each puts on the disk. */
export async function printImportCosts(): Promise<ImportCosts> {
  const folder = join(import.meta.dirname, '..', '..');
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.ts'), 'contract', 'webhook'], {
    stdio: 'ignore',
  });
  const door = join(folder, 'dist', 'node', 'index.js');
  const sdk = require.resolve('twilio');
  const costs = { import_ms: rounded(importTime(door)), twilio_import_ms: rounded(importTime(sdk)) };
  printTable([
    ['', 'import ms', 'on disk kB', 'files'],
    ['@numberkit/webhook/node', String(costs.import_ms), ...sizeOf(join(folder, 'dist'))],
    ['twilio (without its dependencies)', String(costs.twilio_import_ms), ...sizeOf(packageFolder(sdk))],
  ]);
  return costs;
}

function importTime(file: string): number {
  const program = `const t = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - t)`;
  const times = Array.from({ length: 7 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })),
  );
  return median(times);
}

function packageFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(join(folder, 'package.json')) ? folder : packageFolder(folder);
}

function sizeOf(folder: string): [string, string] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.parentPath.slice(folder.length).includes('node_modules'),
  );
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return [(bytes / 1000).toFixed(0), String(files.length)];
}
