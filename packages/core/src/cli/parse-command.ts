import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

const options = {
  config: { type: 'string' },
  json: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
  repair: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'only-when-due': { type: 'boolean' },
  'area-codes': { type: 'string' },
  count: { type: 'string' },
  tenant: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  reason: { type: 'string' },
} as const;

/** What may follow a command: its options, and how many words. */
const commands: Readonly<Record<string, { options: readonly OptionName[]; words: number }>> = {
  migrate: { options: [], words: 0 },
  doctor: { options: ['repair'], words: 0 },
  reconcile: { options: ['repair'], words: 0 },
  'pool status': { options: [], words: 0 },
  'pool prebuy': { options: ['area-codes', 'count', 'dry-run'], words: 0 },
  'pool replenish': { options: ['dry-run'], words: 0 },
  'numbers list': { options: ['tenant'], words: 0 },
  'numbers release': { options: ['reason'], words: 1 },
  'numbers transfer': { options: ['from', 'to', 'reason'], words: 1 },
  forwardings: { options: ['tenant'], words: 0 },
  'forwardings stats': { options: [], words: 0 },
  sweep: { options: ['only-when-due'], words: 1 },
};

const EVERYWHERE: readonly OptionName[] = ['config', 'json', 'yes', 'help'];

type OptionName = keyof typeof options;
type Values = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];

/** A command line that was understood. */
export interface Command {
  /** Such as `pool prebuy`; `help` for the help. */
  readonly name: string;
  /** What follows it. */
  readonly words: readonly string[];
  readonly options: Values;
}

/** @throws UsageError for an unknown command, option or word */
export function parseCommand(argv: readonly string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.help || positionals.length === 0) return { name: 'help', words: [], options: values };
  const [first = '', second = ''] = positionals;
  const double = `${first} ${second}`;
  const name = double in commands ? double : first;
  const command = commands[name];
  if (!command) throw new UsageError(unknown(first));
  const words = positionals.slice(name.split(' ').length);
  if (words.length > command.words) throw new UsageError(`${name} does not take "${words.at(-1)}"`);
  for (const option of Object.keys(values)) {
    // parseArgs is strict: every key is one of the options above.
    if (![...command.options, ...EVERYWHERE].includes(option as OptionName)) {
      throw new UsageError(`${name} does not take --${option}`);
    }
  }
  return { name, words, options: values };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'not understood');
  }
}

function unknown(first: string): string {
  const below = Object.keys(commands).filter((name) => name.startsWith(`${first} `));
  if (below.length === 0) return `there is no command "${first}"`;
  return `${first} needs one of: ${below.map((name) => name.slice(first.length + 1)).join(', ')}`;
}
