import { describe, expect, it } from 'vitest';
import { anchorsOf, checkLinks } from './check-links.ts';

describe('checkLinks', () => {
  it('accepts files, folders, the web and headings that exist', () => {
    const text =
      '# Two words\n[a](LICENSE) [b](packages/) [c](https://example.com) [d](#two-words) [e](mailto:x@y.z)';
    expect(checkLinks('README.md', text)).toEqual([]);
  });

  it('names a file that does not exist, with its line', () => {
    expect(checkLinks('docs/page.md', 'text\n[a](./nowhere.md)')).toEqual([
      'docs/page.md:2: links to ./nowhere.md, and there is no docs/nowhere.md',
    ]);
  });

  it('leaves brackets in code alone', () => {
    expect(checkLinks('README.md', '`[a](nowhere)`\n```ts\nx[0](nowhere)\n```\n')).toEqual([]);
  });

  it('gives headings the anchors GitHub gives them', () => {
    expect([...anchorsOf('## Style, and *which* tool\n### `npm start`')]).toEqual([
      'style-and-which-tool',
      'npm-start',
    ]);
  });
});
