import { describe, expect, it } from 'vitest';
import { listSpecifiers, rewriteSpecifiers } from './specifiers.ts';

const alone = { file: 'http/index.d.ts', carriesContract: false };

describe('the specifiers of emitted declarations', () => {
  it('become what a consumer can resolve', () => {
    const emitted = `export { a } from './a.ts';\nimport type { B } from "../b.ts";\ntype C = import('./c.ts').C;\nimport './d.ts';`;
    expect(rewriteSpecifiers(emitted, alone)).toBe(
      `export { a } from './a.js';\nimport type { B } from "../b.js";\ntype C = import('./c.js').C;\nimport './d.js';`,
    );
  });

  it('leave packages and declaration files alone', () => {
    const text = `import type { Hono } from 'hono';\nimport type { X } from './x.d.ts';`;
    expect(rewriteSpecifiers(text, alone)).toBe(text);
  });

  it('lead to the copy of the contract where the package carries one', () => {
    const text = `import type { VoiceRoute } from '@numberkit/contract';`;
    const at = (file: string): string => rewriteSpecifiers(text, { file, carriesContract: true });
    expect(at('index.d.ts')).toContain(`'./contract/index.js'`);
    expect(at('twiml/verbs.d.ts')).toContain(`'../contract/index.js'`);
    expect(rewriteSpecifiers(text, alone)).toBe(text);
  });

  it('are followed from one declaration file to the next', () => {
    const text = `export { a } from './a.js';\nimport type { K } from 'kysely';\ntype C = import('../c.js').C;`;
    expect(listSpecifiers(text, 'http/index.d.ts')).toEqual(['http/a.d.ts', 'c.d.ts']);
  });
});
