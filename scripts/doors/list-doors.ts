import type { DoorTarget, Manifest } from '../workspace/index.ts';

/** One entry of `exports`. */
export interface Door {
  /** What a consumer writes: `numberkit/sqlite`. */
  readonly specifier: string;
  /** The JavaScript it leads to, relative to the package: `./dist/index.js`. */
  readonly file: string;
  /** Whether it has types; a ready-made browser bundle has none. */
  readonly isTyped: boolean;
  readonly target: DoorTarget;
}

/** The shape of a manifest inside a tarball: pnpm has moved `publishConfig.exports` to the top. */
interface PackedManifest extends Manifest {
  readonly exports?: Readonly<Record<string, DoorTarget>>;
}

/** The doors of a packed package that lead to JavaScript. */
export function listDoors(manifest: PackedManifest): Door[] {
  return Object.entries(manifest.exports ?? {}).flatMap(([path, target]) => {
    const file = typeof target === 'string' ? target : target.default;
    if (typeof file !== 'string' || !file.endsWith('.js')) return [];
    const isTyped = typeof target !== 'string' && typeof target.types === 'string';
    return [{ specifier: manifest.name + path.slice(1), file, isTyped, target }];
  });
}
