/** One fenced block of a Markdown file. */
export interface Fence {
  /** The Markdown file, relative to the root. */
  readonly file: string;
  /** The line of the opening fence, counted from 1. */
  readonly line: number;
  /** The first word after the fence: `ts`, `sh`, `json`, `output`. */
  readonly language: string;
  /** Whether a word stands behind the language: `run`, `continued`, `output`. */
  readonly words: readonly string[];
  readonly text: string;
}

/** Reads the fenced blocks of a Markdown text, in order. */
export function readFences(file: string, markdown: string): Fence[] {
  const fences: Fence[] = [];
  let open: { line: number; words: string[]; mark: string; lines: string[] } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const mark = /^\s*(`{3,}|~{3,})\s*(.*)$/.exec(line);
    if (open === undefined) {
      if (mark === null) continue;
      const words = (mark[2] ?? '').split(/\s+/).filter((word) => word !== '');
      open = { line: index + 1, words, mark: mark[1] ?? '', lines: [] };
    } else if (mark !== null && mark[2] === '' && (mark[1] ?? '').startsWith(open.mark)) {
      const [language = '', ...words] = open.words;
      fences.push({ file, line: open.line, language, words, text: open.lines.join('\n') });
      open = undefined;
    } else {
      open.lines.push(line);
    }
  }
  return fences;
}

/** A block that is run, and what it is said to print, when the text says so. */
export interface RunnableFence {
  readonly fence: Fence;
  readonly output: Fence | undefined;
}

const isOutput = (fence: Fence | undefined): fence is Fence =>
  fence !== undefined && (fence.language === 'output' || fence.words.includes('output'));

/** The blocks of one language that are marked `run`, each with the `output` block that follows it. */
export function listRunnable(fences: readonly Fence[], language: string): RunnableFence[] {
  return fences.flatMap((fence, index) => {
    if (fence.language !== language || !fence.words.includes('run')) return [];
    const next = fences[index + 1];
    return [{ fence, output: isOutput(next) && next.file === fence.file ? next : undefined }];
  });
}
