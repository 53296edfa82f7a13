// Keeps the documentation true: `ts` fences are type-checked, those marked `run` are run and compared with the `output`
// fence behind them, links lead somewhere, and every export of a door has a doc comment. With
// `--against http://localhost:3000` only the `sh run` fences run, against a server that is up.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkDocComments,
  checkLinks,
  listRunnable,
  planPrograms,
  readFences,
  runPrograms,
  runShellFences,
  typecheckPrograms,
  writePrograms,
} from './docs/index.ts';
import { root, stopCommands, stopWithParent } from './workspace/index.ts';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && !path.startsWith('.changeset/') && existsSync(join(root, path)));
const pages = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const fences = pages.flatMap(({ file, text }) => readFences(file, text));

function finish(findings: readonly string[], summary: string): void {
  for (const finding of findings) console.log(`${finding}\n`);
  console.log(findings.length === 0 ? summary : `${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

stopWithParent(() => stopCommands());
const [flag, address] = process.argv.slice(2);
const shell = listRunnable(fences, 'sh').length;
if (flag === '--against' && address !== undefined) {
  finish(await runShellFences(fences, address), `${shell} shell examples do what the text says`);
} else {
  const programs = planPrograms(fences);
  writePrograms(programs);
  const findings = [
    ...pages.flatMap(({ file, text }) => checkLinks(file, text)),
    ...(await typecheckPrograms(programs)),
    ...(await runPrograms(programs, fences)),
    ...checkDocComments(),
  ];
  const ran = listRunnable(fences, 'ts').length;
  finish(
    findings,
    `${pages.length} pages: ${programs.length} programs type-check, ${ran} ran; ${shell} shell examples wait for --against`,
  );
}
