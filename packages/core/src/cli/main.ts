import { isNumberkitError } from '../errors.ts';
import { commands, createContext, describeReport, type ExitCode } from './commands/index.ts';
import { HELP } from './help.ts';
import { findConfig, loadNumberkit } from './load-numberkit.ts';
import { type Command, parseCommand } from './parse-command.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/**
 * Carries out one command line.
 * @param folder where the config module is looked for.
 * @returns the exit code: 0 all is well, 1 something was found or failed, 2 the command was not understood.
 */
export async function main(
  argv: readonly string[],
  folder: string,
  terminal: Terminal,
): Promise<ExitCode | 2> {
  let command: Command | undefined;
  try {
    command = parseCommand(argv);
    if (command.name === 'help') {
      terminal.out(HELP);
      return 0;
    }
    return await carryOut(command, folder, terminal);
  } catch (error) {
    return complain(error, command, terminal);
  }
}

async function carryOut(command: Command, folder: string, terminal: Terminal): Promise<ExitCode> {
  const numberkit = await loadNumberkit(findConfig(folder, command.options.config));
  try {
    const run = commands[command.name];
    if (!run) throw new UsageError(`there is no command "${command.name}"`);
    return await run(createContext(numberkit, command, terminal));
  } finally {
    await numberkit.close();
  }
}

function complain(error: unknown, command: Command | undefined, terminal: Terminal): 1 | 2 {
  if (error instanceof UsageError) {
    terminal.err(`numberkit: ${error.message}\nnumberkit --help shows what there is.\n`);
    return 2;
  }
  if (!isNumberkitError(error)) throw error;
  const { code, message: detail, hint } = error;
  if (command?.options.json) {
    terminal.out(
      JSON.stringify(
        command.name === 'doctor' ? sickDoctor(detail, hint) : { error: { code, detail, hint } },
        null,
        2,
      ),
    );
  } else if (command?.name === 'doctor') {
    for (const line of describeReport(sickDoctor(detail, hint), terminal)) terminal.out(line);
  } else {
    terminal.err(`${terminal.paint('bad', '✗')} ${detail}\n  → ${hint} (${code})\n`);
  }
  return 1;
}

/** The doctor's report when the configuration itself cannot be loaded. */
function sickDoctor(detail: string, remedy: string) {
  const check = { name: 'configuration', outcome: 'failed', detail, remedy } as const;
  return { healthy: false, checks: [check], reconcile: null };
}
