import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../workspace/index.ts';
import type { Finding } from './finding.ts';
import { type Door, listDoors } from './list-doors.ts';
import type { PackedPackage } from './pack.ts';

/** A browser bundle is no module for Node. */
const isForNode = (door: Door): boolean => !door.file.startsWith('./dist/bundle/');

/** Imports every door in a Node process of its own, in a project that has only the tarballs. */
export async function checkDoorsOpen(project: string, packed: PackedPackage): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { specifier } of listDoors(packed.manifest).filter(isForNode)) {
    const script = `const door = await import('${specifier}'); if (Object.keys(door).length === 0) throw new Error('exports nothing');`;
    const { code, output } = await runCommand(process.execPath, ['--input-type=module', '-e', script], {
      cwd: project,
      output: 'keep',
    });
    if (code === 0) continue;
    findings.push({
      problem: `import('${specifier}') fails where only declared dependencies are installed:\n${output.trim()}`,
      remedy: `declare what it imports in "dependencies" of ${packed.source.path}/package.json, or do not import it`,
    });
  }
  return findings;
}

/** Type-checks a program that imports every typed door, with the declarations themselves under check. */
export async function checkConsumerTypes(project: string, all: readonly PackedPackage[]): Promise<Finding[]> {
  const doors = all.flatMap((packed) => listDoors(packed.manifest)).filter((door) => door.isTyped);
  const lines = doors.map(({ specifier }, index) => `import type * as door${index} from '${specifier}';`);
  const used = doors.map((_, index) => `typeof door${index}`).join(', ');
  writeFileSync(join(project, 'consumer.ts'), `${lines.join('\n')}\nexport type Doors = [${used}];\n`);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2023',
    types: ['node'],
    skipLibCheck: false,
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
  const { output } = await runCommand('tsc', ['-p', '.', '--pretty', 'false'], {
    cwd: project,
    output: 'keep',
  });
  const ours = output
    .split('\n')
    .filter((line) => /^(consumer\.ts|node_modules\/(numberkit|@numberkit\/[^/]+)\/dist\/)/.test(line));
  return ours.map((line) => ({
    problem: `in a consumer's project: ${line}`,
    remedy: 'types a door names must come from its own package, its dependencies, or be structural',
  }));
}
