import { posix } from 'node:path';
import { mayEnter, partOf } from './rooms.ts';
import type { Source } from './source.ts';

const CORE = 'packages/core/src/';

/** Imports of the core that leave the one-way graph, or enter a part by another file than its index. */
export function checkGraph(sources: readonly Source[]): string[] {
  const core = sources.filter((source) => source.path.startsWith(CORE) && !source.isTest);
  return core.flatMap((source) => [
    ...checkKnown(source),
    ...source.imports.flatMap((target) => checkImport(source.path, target)),
  ]);
}

function checkKnown({ path }: Source): string[] {
  const part = partOf(path.slice(CORE.length));
  if (mayEnter(part) !== undefined) return [];
  return [
    `${path}: "${part}" has no place in the graph; add it to scripts/house/rooms.ts and to docs/decisions`,
  ];
}

function checkImport(path: string, target: string): string[] {
  if (!target.startsWith(CORE)) return [`${path}: imports ${target} across packages; use the package's name`];
  const from = partOf(path.slice(CORE.length));
  const to = partOf(target.slice(CORE.length));
  if (from === to || to === 'loose') return [];
  const allowed = mayEnter(from);
  if (allowed !== undefined && !allowed.includes(to))
    return [`${path}: ${from} may not import ${to} (${target})`];
  // A file may see the folders it lies in; every other part it enters by the door.
  const isAbove = path.startsWith(`${posix.dirname(target)}/`);
  if (isAbove || posix.basename(target) === 'index.ts') return [];
  return [`${path}: enters ${to} by ${posix.basename(target)}; import its index.ts`];
}

/** Groups of files that import each other in a circle, type imports included. */
export function findCycles(sources: readonly Source[]): string[][] {
  const graph = new Map(sources.map((source) => [source.path, source.imports]));
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const cycles: string[][] = [];
  const walk = (path: string): void => {
    state.set(path, 'open');
    trail.push(path);
    for (const next of graph.get(path) ?? []) {
      if (state.get(next) === 'open') cycles.push([...trail.slice(trail.indexOf(next)), next]);
      else if (graph.has(next) && !state.has(next)) walk(next);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of graph.keys()) if (!state.has(path)) walk(path);
  return cycles;
}
