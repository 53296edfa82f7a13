import { describe, expect, it } from 'vitest';
import { checkMachinePaths, checkText } from './check-text.ts';
import { parseSource } from './source.ts';

const findings = (path: string, text: string): string => checkText([parseSource(path, text)]).join('\n');

describe('checkText', () => {
  it.each([
    ['a.ts', `export * from './b.ts';`, /a\.ts:1: `export \*`/],
    ['a.ts', `\nconst a: any = 1;`, /a\.ts:2: `any`/],
    ['a.ts', `function f(x: Map<string, any>) {}`, /`any`/],
    ['a.test.ts', `it.skip('x', () => {});`, /\.skip leaves tests out/],
    ['a.test.ts', `describe.only('x', () => {});`, /\.only leaves tests out/],
    ['test/a.ts', `await new Promise((r) => setTimeout(r, 10));`, /sleeps/],
    ['a.test.ts', `import { setTimeout as pause } from 'node:timers/promises';`, /sleeps/],
    ['a.ts', ['// @ts-', 'ignore\nx();'].join(''), /hides a finding/],
    ['a.ts', ['// biome-', 'ignore lint/x/y\nx();'].join(''), /hides a finding/],
  ])('objects in %s to %s', (path, text, message) => {
    expect(findings(path, text)).toMatch(message);
  });

  it('does not mistake words in strings and comments for what they name', () => {
    const text = `// any export * from here\nconst a = 'any'; export * as b from './b.ts';`;
    expect(findings('a.ts', text)).toBe('');
  });

  it('lets a test poll in a loop and set itself a deadline', () => {
    const poll = 'while (!done()) { check(deadline); await new Promise((go) => setTimeout(go, 10)); }';
    expect(findings('test/a.ts', poll)).toBe('');
    expect(findings('test/a.ts', `setTimeout(() => reject(new Error('late')), 1000);`)).toBe('');
  });

  it('lets code outside of tests have timers, and finders be called find.skip', () => {
    expect(findings('a.ts', `setTimeout(() => {}, 1); query.skip(3);`)).toBe('');
    expect(findings('a.test.ts', `query.skip(3);`)).toBe('');
  });

  it('accepts a suppression that says why', () => {
    expect(findings('a.ts', ['// biome-', 'ignore lint/x/y: the protocol wants it\nx();'].join(''))).toBe('');
  });
});

describe('checkMachinePaths', () => {
  it('finds a place on one machine, with its line', () => {
    const text = `fine\nsee ${['/ho', 'me/ann/project'].join('')}`;
    expect(checkMachinePaths([{ path: 'a.md', text }])).toEqual([
      expect.stringMatching(/^a\.md:2: names .* a place on one machine$/),
    ]);
    expect(checkMachinePaths([{ path: 'a.md', text: 'see /etc/hosts and /network/x' }])).toEqual([]);
  });
});
