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
const CALLED = 20_000;
/** More than numberkit keeps opened. */
const CALLED_ONCE = 60_000;
// Long enough for the compiler to be done with all three programs; the largest has the most to compile.
const plan = quick
  ? { rounds: 3, seconds: 2, warmUpSeconds: 2, connections: 16 }
  : { rounds: 5, seconds: 4, warmUpSeconds: 12, connections: 16 };

console.log('\nBuilding the databases (kept in .data/bench)…');
const sealed = await sealedFile(NUMBERS);
const readable = await readableFile(NUMBERS);

const titles: Readonly<Record<string, string>> = {
  numberkit: '(a) numberkit, sealed SQLite',
  'express-twilio': '(b) Express 5 + official SDK, plain SQLite',
  bare: '(c) bare node:http, plain SQLite',
};

/** Measures the three in turn, and prints the table. */
async function compareOn(servers: readonly ServerProcess[], called: number, what: string) {
  const load = await startLoad(NUMBERS, called);
  try {
    const results = await measureInTurn(servers, load, plan);
    console.log(`\n${what}, medians of ${plan.rounds} rounds of ${plan.seconds} s:\n`);
    printTable([
      ['', ...MEASUREMENT_HEAD],
      ...servers.map(({ name }) => [titles[name] ?? name, ...measurementCells(results.get(name))]),
    ]);
    const to = (name: string) => rounded(ratio(results.get('numberkit'), results.get(name)));
    return { expressTwilio: to('express-twilio'), bare: to('bare') };
  } finally {
    load.stop();
  }
}

async function compare() {
  const servers: ServerProcess[] = [
    await startServer('numberkit', sealed),
    await startServer('express-twilio', readable),
    await startServer('bare', readable),
  ];
  try {
    await checkSameAnswers(servers, NUMBERS);
    const among = `verify, look up among ${NUMBERS.toLocaleString('en')} numbers, answer ConversationRelay`;
    const usual = await compareOn(
      servers,
      CALLED,
      `One job (${among}),\n${CALLED.toLocaleString('en')} numbers called in turn, ${plan.connections} connections`,
    );
    // numberkit keeps what it opened for so many tenants; here each is called again only after it was forgotten.
    const first = await compareOn(
      servers,
      CALLED_ONCE,
      `The same, ${CALLED_ONCE.toLocaleString('en')} numbers called in turn: each tenant's agent is unsealed anew`,
    );
    return {
      ratio_vs_express_twilio: usual.expressTwilio,
      ratio_vs_bare: usual.bare,
      unsealing_ratio_vs_express_twilio: first.expressTwilio,
      unsealing_ratio_vs_bare: first.bare,
    };
  } finally {
    for (const server of servers) server.stop();
  }
}

const ratios = await compare();
const scale = await measureScale(plan, !quick);
const imports = await printImportCosts();
console.log(JSON.stringify({ bench: 'webhook', ...ratios, ...scale, ...imports }));
