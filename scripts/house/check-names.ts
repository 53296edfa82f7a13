import { COMPOSITION, LOOSE } from './rooms.ts';

const FORBIDDEN = ['utils', 'helpers', 'common', 'misc', 'shared', 'lib', 'types'];
const CORE = 'packages/core/src/';

/** Folder and file names the house does not have, and loose files in the core's hall. */
export function checkNames(files: readonly string[]): string[] {
  return files.flatMap((path) => [...checkWords(path), ...checkCase(path), ...checkLoose(path)]);
}

function checkWords(path: string): string[] {
  const words = path.split('/').map((part) => part.replace(/(\.test)?\.\w+$/, ''));
  return words
    .filter((word) => FORBIDDEN.includes(word))
    .map((word) => `${path}: "${word}" says nothing about what is inside; name it after what it holds`);
}

function checkCase(path: string): string[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/\.(ts|mts|mjs)$/.test(name) || /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|mts|mjs)$/.test(name))
    return [];
  return [`${path}: file names are kebab-case and named after their main export`];
}

function checkLoose(path: string): string[] {
  if (!path.startsWith(CORE)) return [];
  const name = path.slice(CORE.length);
  if (name.includes('/')) return [];
  const subject = name.replace(/\.test\.ts$/, '.ts');
  if (LOOSE.includes(subject) || COMPOSITION.includes(subject)) return [];
  return [`${path}: only ${[...LOOSE, ...COMPOSITION].join(', ')} lie loose here; put it into a room`];
}
