import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackedPackage } from './pack.ts';

/** A project outside the workspace, so that nothing of the workspace resolves by accident. */
export function createProject(): string {
  const project = realpathSync(mkdtempSync(join(tmpdir(), 'numberkit-doors-')));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  return project;
}

/** Removes the project again. */
export function removeProject(project: string): void {
  rmSync(project, { recursive: true, force: true });
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(realpathSync(target), path, 'dir');
}

/**
 * Gives an unpacked package exactly the dependencies its manifest asks for, taken from the workspace's own install:
 * no registry is asked, and what is not declared (development dependencies, optional peers) is really absent.
 *
 * @returns the declared dependencies that are not installed in the workspace.
 */
export function linkDependencies(packed: PackedPackage, ours: ReadonlySet<string>): string[] {
  const names = Object.keys(packed.manifest.dependencies ?? {}).filter((name) => !ours.has(name));
  const missing: string[] = [];
  for (const name of names) {
    const installed = join(packed.source.folder, 'node_modules', name);
    if (existsSync(installed)) link(installed, join(packed.folder, 'node_modules', name));
    else missing.push(name);
  }
  return missing;
}

/** Makes a package that is installed for one workspace package available to the whole project. */
export function linkForProject(project: string, from: PackedPackage['source'], name: string): void {
  link(join(from.folder, 'node_modules', name), join(project, 'node_modules', name));
}
