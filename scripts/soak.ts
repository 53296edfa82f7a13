// `pnpm soak webhook` runs the long test of that name, wherever in the packages it lies.
import { runProgram } from './workspace/index.ts';

process.exitCode = await runProgram('soak', process.argv.slice(2));
