import { readFile } from 'node:fs/promises';
import {
  type Analysis,
  checkPackage,
  createPackageFromTarballData,
  type Problem,
} from '@arethetypeswrong/core';
import { filterProblems, problemKindInfo } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { Finding } from './finding.ts';
import { listDoors } from './list-doors.ts';
import type { PackedPackage } from './pack.ts';

/** Asks publint about a tarball; every message counts, suggestions too. */
export async function checkWithPublint(packed: PackedPackage): Promise<Finding[]> {
  const file = await readFile(packed.tarball);
  const tarball = new Uint8Array(file).buffer;
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return messages.map((message) => ({
    problem: `publint on ${packed.manifest.name}: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
    remedy: `see https://publint.dev/rules#${message.code.toLowerCase()}; the manifest is ${packed.source.path}/package.json`,
  }));
}

/** The resolutions an ESM-only package promises: Node from ESM, and bundlers. CommonJS and node10 are not promised. */
const PROMISED = ['node16-esm', 'bundler'] as const;

/** Asks are-the-types-wrong about the typed doors of a tarball. */
export async function checkTypes(packed: PackedPackage): Promise<Finding[]> {
  const typed = listDoors(packed.manifest).filter((door) => door.isTyped);
  const entrypoints = typed.map((door) => `.${door.specifier.slice(packed.manifest.name.length)}`);
  const data = new Uint8Array(await readFile(packed.tarball));
  const result = await checkPackage(createPackageFromTarballData(data), { entrypoints });
  if (result.types === false) {
    return [
      {
        problem: `${packed.manifest.name} carries no types`,
        remedy: 'run: pnpm build, and look at tsconfig.build.json',
      },
    ];
  }
  return listPromised(result).map((problem) => {
    const { shortDescription, docsUrl } = problemKindInfo[problem.kind];
    const where =
      'entrypoint' in problem ? problem.entrypoint : 'fileName' in problem ? problem.fileName : '';
    return {
      problem: `types of ${packed.manifest.name} ${where}: ${shortDescription}`,
      remedy: `see ${docsUrl}`,
    };
  });
}

function listPromised(analysis: Analysis): Problem[] {
  const found = PROMISED.flatMap((resolutionKind) => filterProblems(analysis, { resolutionKind }));
  return [...new Set(found)];
}
