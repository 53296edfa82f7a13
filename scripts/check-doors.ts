// Looks at the packages from outside: packs them, unpacks the tarballs into a project that has nothing else, and asks
// whether every door opens, is typed, and stays as light as promised. Needs `pnpm build` first.
import {
  checkBrowserClosed,
  checkBundle,
  checkConsumerTypes,
  checkDoorsOpen,
  checkFrontDoor,
  checkImportTime,
  checkOptionalPeers,
  checkTypes,
  checkWithPublint,
  createProject,
  type Finding,
  linkDependencies,
  linkForProject,
  type PackedPackage,
  packInto,
  removeProject,
} from './doors/index.ts';
import { listPublished, stopCommands, stopWithParent } from './workspace/index.ts';

/** Packs every package; those that cannot be packed are findings. */
async function packAll(project: string): Promise<{ packed: PackedPackage[]; findings: Finding[] }> {
  const results = [];
  for (const one of listPublished()) results.push(await packInto(project, one));
  const packed = results.filter((result) => 'tarball' in result);
  const findings = results.filter((result) => 'problem' in result);
  const ours = new Set(listPublished().map((one) => one.manifest.name));
  for (const one of packed) {
    for (const name of linkDependencies(one, ours)) {
      findings.push({
        problem: `${one.manifest.name} depends on ${name}, which is not installed`,
        remedy: 'run: pnpm install',
      });
    }
  }
  return { packed, findings };
}

/** What only shows when the packages are used together. */
async function checkTogether(project: string, packed: readonly PackedPackage[]): Promise<Finding[]> {
  const byName = new Map(packed.map((one) => [one.manifest.name, one]));
  const core = byName.get('numberkit');
  const elements = byName.get('@numberkit/elements');
  const simulator = byName.get('@numberkit/twilio-simulator');
  const findings: Finding[] = [];
  if (elements !== undefined) findings.push(...checkBundle(elements));
  if (core !== undefined) {
    findings.push(...checkFrontDoor(core));
    linkForProject(project, core.source, '@types/node');
    // The consumer of the simulator's MSW door brings MSW along.
    if (simulator !== undefined) linkForProject(project, simulator.source, 'msw');
  }
  for (const one of packed) findings.push(...(await checkDoorsOpen(project, one)));
  findings.push(...(await checkConsumerTypes(project, packed)));
  if (core !== undefined && findings.length === 0) {
    linkForProject(project, core.source, 'twilio');
    findings.push(...(await checkImportTime(project)));
  }
  return findings;
}

async function main(): Promise<number> {
  const project = createProject();
  try {
    const { packed, findings } = await packAll(project);
    for (const one of packed) {
      const ofOne = [
        ...(await checkWithPublint(one)),
        ...(await checkTypes(one)),
        ...checkBrowserClosed(one),
        ...checkOptionalPeers(one),
      ];
      console.log(
        `${ofOne.length === 0 ? 'ok  ' : 'FAIL'} ${one.manifest.name} ${one.manifest.version}: publint, types, browsers, peers`,
      );
      findings.push(...ofOne);
    }
    findings.push(...(await checkTogether(project, packed)));
    for (const { problem, remedy } of findings) console.log(`\n${problem}\n  -> ${remedy}`);
    console.log(findings.length === 0 ? 'every door is in order' : `\n${findings.length} findings`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    removeProject(project);
  }
}

stopWithParent(() => stopCommands());
process.exitCode = await main();
