import { describe, expect, it } from 'vitest';
import { checkGraph, findCycles } from './check-graph.ts';
import { ROOMS } from './rooms.ts';
import { parseSource, type Source } from './source.ts';

const CORE = 'packages/core/src/';
const core = (path: string, text: string): Source => parseSource(CORE + path, text);
const findings = (path: string, text: string): string[] => checkGraph([core(path, text)]);

describe('the one-way graph of the core', () => {
  it('lets a room enter earlier rooms, the carrier port and the loose files', () => {
    const text = `import '../ledger/index.ts'; import '../carrier/index.ts'; import '../errors.ts'; import './own.ts';`;
    expect(findings('numbers/buy.ts', text)).toEqual([]);
  });

  it.each([
    ['a later room', 'ledger/x.ts', '../numbers/index.ts', /ledger may not import numbers/],
    ['an adapter', 'numbers/x.ts', '../carrier/twilio/index.ts', /numbers may not import carrier\/twilio/],
    ['the storage port', 'numbers/x.ts', '../storage/index.ts', /numbers may not import storage/],
    [
      'an adapter from numberkit.ts',
      'numberkit.ts',
      './storage/kysely/sqlite/index.ts',
      /composition may not/,
    ],
    ['a room by the window', 'numbers/x.ts', '../ledger/operation-store.ts', /import its index.ts/],
    ['another package by path', 'numbers/x.ts', '../../../contract/src/index.ts', /across packages/],
    ['anything from a loose file', 'errors.ts', './guard/index.ts', /loose may not import guard/],
  ])('does not let %s be imported', (_, path, target, message) => {
    for (const text of [
      `import type { X } from '${target}';`,
      `export { X } from '${target}';`,
      `await import('${target}');`,
    ]) {
      expect(findings(path, text).join('\n')).toMatch(message);
    }
  });

  it('lets an adapter see the port in whose folder it lies', () => {
    expect(findings('carrier/twilio/buy.ts', `import type { Carrier } from '../carrier.ts';`)).toEqual([]);
  });

  it('asks for a place for a room nobody has listed', () => {
    expect(findings('weather/index.ts', '').join()).toMatch(/"weather" has no place in the graph/);
    expect(ROOMS).not.toContain('weather');
  });

  it('leaves tests free', () => {
    expect(findings('ledger/x.test.ts', `import '../numbers/index.ts';`)).toEqual([]);
  });
});

describe('findCycles', () => {
  it('finds a circle of type imports and names its files', () => {
    const sources = [
      parseSource('p/a.ts', `import type { B } from './b.ts';`),
      parseSource('p/b.ts', `import { c } from './c.ts';`),
      parseSource('p/c.ts', `type A = import('./a.ts').A;`),
      parseSource('p/d.ts', `import './a.ts';`),
    ];
    expect(findCycles(sources)).toEqual([['p/a.ts', 'p/b.ts', 'p/c.ts', 'p/a.ts']]);
  });

  it('is content with a diamond', () => {
    const sources = [
      parseSource('a.ts', `import './b.ts'; import './c.ts';`),
      parseSource('b.ts', `import './d.ts';`),
      parseSource('c.ts', `import './d.ts';`),
      parseSource('d.ts', ''),
    ];
    expect(findCycles(sources)).toEqual([]);
  });
});
