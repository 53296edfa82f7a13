import { printImportCosts } from './webhook/import-costs.ts';
import { measureInTurn, ratio } from './webhook/measure.ts';
import { MEASUREMENT_HEAD, measurementCells, printTable, rounded } from './webhook/print.ts';
import { type ServerProcess, startLoad, startServer } from './webhook/processes.ts';
import { checkSameAnswers } from './webhook/same-answers.ts';
import { measureScale } from './webhook/scale.ts';
import { readableFile, sealedFile } from './webhook/sqlite-files.ts';

// `pnpm bench webhook`: the same job done by numberkit and by hand, on the same machine at the same time.
// `--quick` measures shorter and leaves out PostgreSQL, for a look while working.
const quick = process.argv.includes('--quick');
const NUMBERS = 1_000_000;
// Long enough for the compiler to be done with all three programs; the largest has the most to compile.
const plan = quick
  ? { rounds: 3, seconds: 2, warmUpSeconds: 2, connections: 16 }
  : { rounds: 5, seconds: 4, warmUpSeconds: 12, connections: 16 };

console.log('\nBuilding the databases (kept in .data/bench)…');
const sealed = await sealedFile(NUMBERS);
const readable = await readableFile(NUMBERS);

async function compare(): Promise<{ ratio_vs_express_twilio: number; ratio_vs_bare: number }> {
  const servers: ServerProcess[] = [
    await startServer('numberkit', sealed),
    await startServer('express-twilio', readable),
    await startServer('bare', readable),
  ];
  const load = await startLoad(NUMBERS);
  try {
    await checkSameAnswers(servers, NUMBERS);
    const results = await measureInTurn(servers, load, plan);
    console.log(
      `\nOne job (verify, look up among ${NUMBERS.toLocaleString('en')} numbers, answer ConversationRelay), ` +
        `${plan.connections} connections,\nmedians of ${plan.rounds} rounds of ${plan.seconds} s:\n`,
    );
    const titles: Readonly<Record<string, string>> = {
      numberkit: '(a) numberkit, sealed SQLite',
      'express-twilio': '(b) Express 5 + official SDK, plain SQLite',
      bare: '(c) bare node:http, plain SQLite',
    };
    printTable([
      ['', ...MEASUREMENT_HEAD],
      ...servers.map(({ name }) => [titles[name] ?? name, ...measurementCells(results.get(name))]),
    ]);
    const numberkit = results.get('numberkit');
    return {
      ratio_vs_express_twilio: rounded(ratio(numberkit, results.get('express-twilio'))),
      ratio_vs_bare: rounded(ratio(numberkit, results.get('bare'))),
    };
  } finally {
    for (const one of [...servers, load]) one.stop();
  }
}

const ratios = await compare();
const scale = await measureScale(plan, !quick);
const imports = await printImportCosts();
console.log(JSON.stringify({ bench: 'webhook', ...ratios, ...scale, ...imports }));
