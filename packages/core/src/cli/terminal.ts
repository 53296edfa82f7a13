import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';

/** Colours by what they say. */
export type Tone = 'good' | 'bad' | 'warn' | 'dim' | 'strong';

/** Where a command talks to; tests bring their own. */
export interface Terminal {
  /** One line for the reader, or the one JSON document for the machine. */
  out(line: string): void;
  /** Progress, questions and complaints: never mixed into what a pipe reads. */
  err(text: string): void;
  /** Is a person at the other end of both? */
  readonly interactive: boolean;
  /** Columns. */
  readonly width: number;
  paint(tone: Tone, text: string): string;
  /** A yes-or-no question; only when `interactive`. */
  confirm(question: string): Promise<boolean>;
}

const styles = { good: 'green', bad: 'red', warn: 'yellow', dim: 'dim', strong: 'bold' } as const;

/** The terminal of this process. Colours on a TTY only, and not where NO_COLOR says so (https://no-color.org). */
export function processTerminal(program: NodeJS.Process): Terminal {
  const { stdin, stdout, stderr, env } = program;
  const noColor = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  const coloured = stdout.isTTY === true && !noColor;
  return {
    out: (line) => void stdout.write(`${line}\n`),
    err: (text) => void stderr.write(text),
    interactive: stdin.isTTY === true && stderr.isTTY === true,
    width: stdout.columns ?? 80,
    paint: (tone, text) => (coloured ? styleText(styles[tone], text, { validateStream: false }) : text),
    async confirm(question) {
      const prompt = createInterface({ input: stdin, output: stderr });
      try {
        return /^y(es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
      } finally {
        prompt.close();
      }
    },
  };
}
