import type { Numberkit } from '../../numberkit.ts';
import type { Command } from '../parse-command.ts';
import { type ProgressBar, progressBar } from '../progress-bar.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** What a command works with. */
export interface Context {
  readonly numberkit: Numberkit;
  readonly command: Command;
  readonly terminal: Terminal;
  readonly json: boolean;
  readonly bar: ProgressBar;
}

/** 0: all is well. 1: something was found, or failed. */
export type ExitCode = 0 | 1;

export function createContext(numberkit: Numberkit, command: Command, terminal: Terminal): Context {
  const json = command.options.json === true;
  return { numberkit, command, terminal, json, bar: progressBar(terminal, json) };
}

/** One document for the machine, or lines for the reader. */
export function print({ terminal, json }: Context, document: unknown, lines: () => readonly string[]): void {
  if (json) terminal.out(JSON.stringify(document, null, 2));
  else for (const line of lines()) terminal.out(line);
}

/** Lets a person agree before money moves. @throws UsageError when nobody can be asked and `--yes` is not given */
export async function agree({ terminal, command }: Context, question: string): Promise<boolean> {
  if (command.options.yes) return true;
  if (!terminal.interactive) throw new UsageError(`${question} Nobody is here to ask: say --yes`);
  return terminal.confirm(question);
}

/** The word that a command needs. @throws UsageError */
export function wordOf({ command }: Context, what: string): string {
  const [word] = command.words;
  if (word === undefined) throw new UsageError(`${command.name} needs ${what}`);
  return word;
}

/** The value of an option that a command needs. @throws UsageError */
export function optionOf({ command }: Context, name: 'from' | 'to' | 'area-codes' | 'count'): string {
  const value = command.options[name];
  if (value === undefined || value === '') throw new UsageError(`${command.name} needs --${name}`);
  return value;
}

/** Whom the trail names. */
export const CLI_ACTOR = { kind: 'operator', id: 'cli' } as const;
