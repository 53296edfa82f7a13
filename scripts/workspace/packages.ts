import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root folder of the workspace, with no trailing slash. */
export const root: string = join(import.meta.dirname, '..', '..');

/** The parts of a package.json the scripts look at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly publishConfig?: {
    readonly exports?: Readonly<Record<string, DoorTarget>>;
    readonly bin?: Readonly<Record<string, string>>;
  };
}

/** Where a door leads: a file, or one file per condition. `null` closes the door for that condition. */
export type DoorTarget = string | Readonly<Record<string, string | null>>;

/** One package or example of the workspace. */
export interface WorkspacePackage {
  /** Absolute folder. */
  readonly folder: string;
  /** Folder relative to the root, with `/`. */
  readonly path: string;
  readonly manifest: Manifest;
}

function listFolders(parent: string): string[] {
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`)
    .filter((path) => existsSync(join(root, path, 'package.json')))
    .sort();
}

function readPackage(path: string): WorkspacePackage {
  const folder = join(root, path);
  // The manifests are our own files; a wrong shape shows at once in the step that reads it.
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return { folder, path, manifest };
}

/** Every package under `packages/`, in the order in which they can be built: the contract first. */
export function listPackages(): WorkspacePackage[] {
  const packages = listFolders('packages').map(readPackage);
  const rank = (one: WorkspacePackage): number => (one.manifest.name === '@numberkit/contract' ? 0 : 1);
  return packages.sort((left, right) => rank(left) - rank(right));
}

/** Every example application. */
export function listExamples(): WorkspacePackage[] {
  return listFolders('examples').map(readPackage);
}

/** The packages that go to the registry. */
export function listPublished(): WorkspacePackage[] {
  return listPackages().filter((one) => one.manifest.private !== true);
}
