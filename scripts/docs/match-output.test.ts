import { describe, expect, it } from 'vitest';
import { matchesOutput } from './match-output.ts';

describe('matchesOutput', () => {
  it('compares text line by line and ignores space at the ends', () => {
    expect(matchesOutput('one\ntwo', 'one  \ntwo\n\n', false)).toBe(true);
    expect(matchesOutput('one\ntwo', 'one\nthree\n', false)).toBe(false);
    expect(matchesOutput('one', 'one\ntwo\n', false)).toBe(false);
  });

  it('lets … stand for anything within a line, and alone for any number of lines', () => {
    expect(matchesOutput('id op_…, done', 'id op_01J, done', false)).toBe(true);
    expect(matchesOutput('id op_…, done', 'id op_01J\n, done', false)).toBe(false);
    expect(matchesOutput('first\n…\nlast', 'first\na\nb\nlast', false)).toBe(true);
    expect(matchesOutput('first\n…\nlast', 'first\nlast', false)).toBe(true);
  });

  it('takes other characters of a pattern literally', () => {
    expect(matchesOutput('a.c (x)', 'abc (x)', false)).toBe(false);
  });

  it('compares JSON by value, and the text may show only a part', () => {
    const printed = '{"id":"num_1","list":[1,2,3],"deep":{"a":1,"b":2}}';
    expect(matchesOutput('{ "deep": { "a": 1 }, "id": "num_…" }', printed, true)).toBe(true);
    expect(matchesOutput('{ "list": [1, "…"] }', printed, true)).toBe(true);
    expect(matchesOutput('{ "list": [1, 2] }', printed, true)).toBe(false);
    expect(matchesOutput('{ "deep": "…" }', printed, true)).toBe(true);
    expect(matchesOutput('{ "missing": 1 }', printed, true)).toBe(false);
    expect(matchesOutput('{ "id": "op_…" }', printed, true)).toBe(false);
  });
});
