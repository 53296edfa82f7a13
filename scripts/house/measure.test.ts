import { describe, expect, it } from 'vitest';
import { countLines, measure, measureFunctions, spreadOf } from './measure.ts';
import { parseSource } from './source.ts';

describe('the figures of the house', () => {
  it('spread from the median over the ninetieth percentile to the maximum', () => {
    expect(spreadOf([10, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ median: 5, p90: 9, max: 10 });
    expect(spreadOf([])).toEqual({ median: 0, p90: 0, max: 0 });
  });

  it('count lines of code without blank lines, comments and doc comments', () => {
    const text =
      '/** Doc\n * comment. */\nexport const a = 1; // behind code\n\n// alone\nconst b = `two\nlines`;\n';
    expect(countLines(parseSource('a.ts', text))).toEqual({ code: 3, comments: 1 });
  });

  it('count the bodies of functions, blank lines aside', () => {
    const text = 'function f() {\n  a();\n\n  b();\n}\nconst g = () => 1;\ndeclare function h(): void;\n';
    expect(measureFunctions(parseSource('a.ts', text))).toEqual([
      { place: 'a.ts:1', lines: 4 },
      { place: 'a.ts:6', lines: 1 },
    ]);
  });

  it('compare tests with sources and see which exports are documented', () => {
    const figures = measure([
      parseSource('a.ts', '/** Says what. */\nexport const a = 1;\nexport const b = 2;\n'),
      parseSource('a.test.ts', 'one();\ntwo();\nthree();\n'),
    ]);
    expect(figures).toMatchObject({ files: 1, exported: 2, documented: 1, testRatio: 1.5, any: 0 });
  });
});
