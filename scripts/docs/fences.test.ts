import { describe, expect, it } from 'vitest';
import { markdownLine, planPrograms } from './fence-programs.ts';
import { listRunnable, readFences } from './fences.ts';

const page = [
  '# A page',
  '```ts run',
  'const a = 1;',
  '```',
  '```output',
  '1',
  '```',
  'text',
  '```ts continued',
  'a;',
  '```',
  '````md',
  '```ts',
  'not a fence of its own',
  '```',
  '````',
  '```sh run',
  'curl x',
  '```',
  '```json output',
  '{}',
  '```',
].join('\n');

describe('fences of a Markdown page', () => {
  const fences = readFences('docs/page.md', page);

  it('are read with language, words, text and line; a longer fence hides the shorter ones in it', () => {
    expect(fences.map(({ language, words, line }) => [language, words.join(' '), line])).toEqual([
      ['ts', 'run', 2],
      ['output', '', 5],
      ['ts', 'continued', 9],
      ['md', '', 12],
      ['sh', 'run', 17],
      ['json', 'output', 20],
    ]);
    expect(fences[0]?.text).toBe('const a = 1;');
  });

  it('are paired with the output that follows at once', () => {
    expect(listRunnable(fences, 'ts')[0]?.output?.text).toBe('1');
    expect(listRunnable(fences, 'sh')[0]?.output?.language).toBe('json');
    const [without] = listRunnable(readFences('a.md', '```ts run\n1;\n```\n```ts\n2;\n```'), 'ts');
    expect(without?.output).toBeUndefined();
  });

  it('become programs; a continued fence joins the one before it', () => {
    const programs = planPrograms(fences);
    expect(programs.map((program) => [program.name, program.fences.length])).toEqual([
      ['docs__page__2.ts', 2],
    ]);
  });

  it('know which Markdown line a line of the program came from', () => {
    const [program] = planPrograms(fences);
    if (program === undefined) throw new Error('no program');
    expect(markdownLine(program, 1)).toBe('docs/page.md:3');
    expect(markdownLine(program, 2)).toBe('docs/page.md:10');
  });
});
