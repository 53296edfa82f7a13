import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Numberkit } from '../numberkit.ts';
import { UsageError } from './usage-error.ts';

const NAMES = ['ts', 'mts', 'js', 'mjs'].map((ending) => `numberkit.config.${ending}`);

/** The module that composes numberkit for the command line. @throws UsageError when there is none */
export function findConfig(folder: string, given: string | undefined): string {
  if (given !== undefined) {
    const file = resolve(folder, given);
    if (existsSync(file)) return file;
    throw new UsageError(`there is no file ${given}`);
  }
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = NAMES.map((name) => join(at, name)).find(existsSync);
    if (file !== undefined) return file;
    if (dirname(at) === at) break;
  }
  throw new UsageError(
    'no numberkit.config.ts here or above: write one that exports `numberkit`, or name a module with --config',
  );
}

/** Loads the module; what it throws is thrown on. @throws UsageError when it does not export a numberkit */
export async function loadNumberkit(file: string): Promise<Numberkit> {
  const loaded: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href);
  const found = [loaded.numberkit, loaded.default].find(isNumberkit);
  if (!found) throw new UsageError(`${file} does not export what createNumberkit returns as \`numberkit\``);
  return found;
}

/** Told by its parts: the module may have loaded another copy of the library. */
function isNumberkit(value: unknown): value is Numberkit {
  return typeof value === 'object' && value !== null && 'reconcile' in value && 'doctor' in value;
}
