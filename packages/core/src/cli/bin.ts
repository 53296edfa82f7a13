#!/usr/bin/env node
import { main } from './main.ts';
import { processTerminal } from './terminal.ts';

const code = await main(process.argv.slice(2), process.cwd(), processTerminal(process));
// What the config module has opened, such as a pool of connections, would keep the process; what was written must
// have gone out first.
process.stdout.write('', () => process.exit(code));
