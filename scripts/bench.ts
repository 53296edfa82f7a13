// `pnpm bench webhook` runs the bench program of that name, wherever in the packages it lies.
import { runProgram } from './workspace/index.ts';

process.exitCode = await runProgram('bench', process.argv.slice(2));
