import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, runCommand, type WorkspacePackage } from '../workspace/index.ts';
import type { Finding } from './finding.ts';

/** A package as it would be downloaded, unpacked into a project that uses it. */
export interface PackedPackage {
  readonly source: WorkspacePackage;
  readonly tarball: string;
  /** Where the tarball lies unpacked: `<project>/node_modules/<name>`. */
  readonly folder: string;
  /** The manifest inside the tarball. */
  readonly manifest: Manifest;
}

/** Packs one package and unpacks it into the project, or says why that did not work. */
export async function packInto(project: string, source: WorkspacePackage): Promise<PackedPackage | Finding> {
  const name = source.manifest.name;
  if (!existsSync(join(source.folder, 'dist'))) {
    return { problem: `${name} has no dist`, remedy: 'run: pnpm build' };
  }
  const packed = await runCommand('pnpm', ['pack', '--pack-destination', project, '--json'], {
    cwd: source.folder,
    output: 'keep',
  });
  const tarball = /"filename":\s*"([^"]+)"/.exec(packed.output)?.[1];
  if (packed.code !== 0 || tarball === undefined) {
    return {
      problem: `${name} cannot be packed:\n${packed.output}`,
      remedy: `run \`pnpm pack\` in ${source.path}`,
    };
  }
  const folder = join(project, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  const unpacked = await runCommand('tar', ['-xzf', tarball, '--strip-components=1', '-C', folder], {
    output: 'keep',
  });
  if (unpacked.code !== 0) {
    return { problem: `${tarball} cannot be unpacked:\n${unpacked.output}`, remedy: 'is `tar` installed?' };
  }
  // Written by pnpm from our own manifest a moment ago.
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return { source, tarball, folder, manifest };
}
