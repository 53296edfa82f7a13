// Builds packages as they are published: `pnpm build`, or `node scripts/build.ts contract core`.
import { buildPackage } from './build/index.ts';
import { listPackages } from './workspace/index.ts';

const wanted = process.argv.slice(2);
const packages = listPackages().filter(
  (one) =>
    wanted.length === 0 ||
    wanted.some((name) => one.path === `packages/${name}` || one.manifest.name === name),
);
if (packages.length === 0) {
  console.error(
    `no package named ${wanted.join(', ')}; try: ${listPackages()
      .map((one) => one.path.slice(9))
      .join(' ')}`,
  );
  process.exit(2);
}
let failed = 0;
for (const one of packages) {
  const started = performance.now();
  const problem = await buildPackage(one);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problem === undefined ? 'ok  ' : 'FAIL'} ${one.manifest.name} (${seconds} s)`);
  if (problem !== undefined) {
    failed += 1;
    console.log(problem.trimEnd());
  }
}
process.exitCode = failed === 0 ? 0 : 1;
